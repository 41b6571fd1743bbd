package import Ledger
package import Timebank

/// A type that can be an argument in an address, such as an id.
package protocol PathArgument: Sendable {
    /// The default name of the argument in a pattern.
    static var placeholder: String { get }
    /// Parses a path segment; `nil` if it is no such value.
    init?(path: String)
    /// The value as a path segment; it needs no escaping.
    var path: String { get }
}

/// An argument with an explicit name, needed when an address has two arguments of one type.
package struct Called<Argument: PathArgument>: Sendable {
    let name: String
}

extension PathArgument {
    /// Names the argument, instead of its default name.
    package static func called(_ name: String) -> Called<Self> { Called(name: name) }
}

/// The names of an address's arguments, handed out in order while the arguments are read.
struct ArgumentNames {
    private var rest: ArraySlice<String>

    /// Starts with the first of these names.
    init(_ names: some Sequence<String>) { rest = ArraySlice(names) }

    /// Returns the next name; the empty string, which names no argument, after the last one.
    mutating func next() -> String { rest.popFirst() ?? "" }
}

extension Slug: PathArgument {
    package static var placeholder: String { "network" }

    /// Parses the slug of a network.
    package init?(path: String) { self.init(path) }

    package var path: String { description }
}

extension ID: PathArgument {
    /// The name of the identified type in lower case, such as `member`.
    package static var placeholder: String { "\(Of.self)".lowercased() }

    /// Parses an id of 13 characters.
    package init?(path: String) { self.init(path) }

    package var path: String { description }
}

extension Language: PathArgument {
    package static var placeholder: String { "language" }

    /// Parses the code of a language that is completely translated.
    package init?(path: String) {
        self.init(rawValue: path)
        guard isComplete else { return nil }
    }

    package var path: String { code }
}

extension Month: PathArgument {
    package static var placeholder: String { "month" }

    /// Parses a month of the form `2026-11`.
    package init?(path: String) { self.init(path) }

    package var path: String { description }
}
