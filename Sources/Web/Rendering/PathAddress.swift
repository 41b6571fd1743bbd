internal import Timebank

/// An address with typed arguments: the pattern for the router, and the links that match it.
///
/// Called with a value for each argument, it makes a link; a wrong id type or a missing argument
/// does not compile. An address is made by extending another one:
/// `static let code = member / "code"`. The router reads the same argument types from a request and
/// passes them to the page or API call.
package struct PathAddress<each Argument: PathArgument>: Sendable {
    /// The fixed texts before, between and after the arguments: one more than there are arguments.
    private let pieces: [String]
    /// The names of the arguments, in order.
    let names: [String]

    fileprivate init(_ pieces: [String], _ names: [String]) {
        self.pieces = pieces
        self.names = names
    }

    /// The pattern for the router, such as `/{network}/people/{member}`.
    package var pattern: String {
        zip(pieces, names).reduce("") { $0 + $1.0 + "{\($1.1)}" } + (pieces.last ?? "")
    }

    /// Makes a link with these arguments.
    package func callAsFunction(_ argument: repeat each Argument) -> Href {
        var rest = pieces[...]
        var text = rest.popFirst() ?? ""
        for argument in repeat each argument {
            text += argument.path + (rest.popFirst() ?? "")
        }
        return Href(known: text)
    }

    /// Appends a fixed path segment.
    package static func / (base: PathAddress, word: String) -> PathAddress {
        PathAddress(base.pieces.dropLast() + [(base.pieces.last ?? "") + "/" + word], base.names)
    }

    /// Appends an argument, named after its type.
    package static func / <Next: PathArgument>(
        base: PathAddress,
        _: Next.Type
    ) -> PathAddress<repeat each Argument, Next> {
        base / Next.called(Next.placeholder)
    }

    /// Appends an argument with an explicit name.
    package static func / <Next: PathArgument>(
        base: PathAddress,
        next: Called<Next>
    ) -> PathAddress<repeat each Argument, Next> {
        PathAddress<repeat each Argument, Next>(
            base.pieces.dropLast() + [(base.pieces.last ?? "") + "/", ""],
            base.names + [next.name]
        )
    }
}

extension Address {
    /// The root of all addresses of this server.
    static let server: PathAddress<> = .init([""], [])

    /// The list of networks.
    package static let networks = Href(known: "/")

    /// The first segment of every address of a network.
    static let network = server / Slug.self
}

/// The target of a link, a form or a redirect: a path on this server, with its query.
///
/// Pages take a value of this type and no string, so a target either comes from ``Address`` or was
/// validated by ``init(local:)``. This prevents open redirects.
package struct Href: Hashable, Sendable {
    /// The path and query, not yet escaped for HTML.
    package let text: String

    /// Takes a path without validation; only for paths that ``PathAddress`` made.
    fileprivate init(known text: String) { self.text = text }

    /// Validates a path that a browser sent, such as the page to return to after signing in.
    ///
    /// It must begin with exactly one slash, have at most 500 bytes, and contain only printable
    /// ASCII characters, no space and no backslash. A browser can then read it neither as another
    /// host nor as a second header line. Otherwise `nil` is returned.
    package init?(local text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 500,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    /// Appends a query such as `?q=ada&after=06ABC`; parameters that are empty or `nil` are left
    /// out.
    ///
    /// The address must not have a query yet.
    func asking(_ values: KeyValuePairs<String, String?>) -> Href {
        let said = values.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return "\(name)=\(Address.escaped(value))"
        }
        return said.isEmpty ? self : Href(known: text + "?" + said.joined(separator: "&"))
    }
}
