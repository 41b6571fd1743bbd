package import Ledger
package import Timebank

/// What may stand in an address in the place of a name, such as an id.
package protocol PathArgument: Sendable {
    /// What the router calls it.
    static var placeholder: String { get }
    /// The value that a part of a path stands for; `nil` if it stands for none.
    init?(path: String)
    /// The value as it stands in a path, where it needs no escaping.
    var path: String { get }
}

/// An argument under a name of its own, where two of a kind stand in one address.
package struct Called<Argument: PathArgument>: Sendable {
    let name: String
}

extension PathArgument {
    /// This kind of argument under another name than its own.
    package static func called(_ name: String) -> Called<Self> { Called(name: name) }
}

/// The names of an address's arguments, handed out one after the other.
struct ArgumentNames {
    private var rest: ArraySlice<String>

    /// These names.
    init(_ names: some Sequence<String>) { rest = ArraySlice(names) }

    /// The next name; empty where there is none, which is the name of nothing.
    mutating func next() -> String { rest.popFirst() ?? "" }
}

extension Slug: PathArgument {
    package static var placeholder: String { "network" }

    /// The short name that a part of a path is.
    package init?(path: String) { self.init(path) }

    package var path: String { description }
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
