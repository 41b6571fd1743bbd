package import Ledger
package import Timebank

/// What may stand in a page's address in the place of a name, such as an id.
package protocol PathArgument: Sendable {
    /// What the router calls it.
    static var placeholder: String { get }
    /// The value that a part of a path stands for; `nil` if it stands for none.
    init?(path: String)
    /// The value as it stands in a path, where it needs no escaping.
    var path: String { get }
}

extension ID: PathArgument {
    /// The kind of the thing, such as `member`.
    package static var placeholder: String { "\(Of.self)".lowercased() }

    /// The id that thirteen characters stand for.
    package init?(path: String) { self.init(path) }

    package var path: String { description }
}

extension Language: PathArgument {
    package static var placeholder: String { "language" }

    /// A language that the catalogue speaks completely.
    package init?(path: String) {
        self.init(rawValue: path)
        guard isComplete else { return nil }
    }

    package var path: String { code }
}
