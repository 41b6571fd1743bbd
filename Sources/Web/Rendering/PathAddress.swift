internal import Timebank

/// An address, described once: the pattern that the router reads, the links to it, and which values
/// its page or its call is handed.
///
/// Called with a value for each argument it is a link; with another id, or with one too few, it
/// does not compile. An address is put together from another one:
/// `static let code = member / "code"`.
package struct PathAddress<each Argument: PathArgument>: Sendable {
    /// What stands before the first argument, between each two, and at the end.
    private let pieces: [String]
    /// What each argument is called.
    let names: [String]

    fileprivate init(_ pieces: [String], _ names: [String]) {
        self.pieces = pieces
        self.names = names
    }

    /// The path as the router reads it, such as `/{network}/people/{member}`.
    package var pattern: String {
        zip(pieces, names).reduce("") { $0 + $1.0 + "{\($1.1)}" } + (pieces.last ?? "")
    }

    /// A link to it.
    package func callAsFunction(_ argument: repeat each Argument) -> Href {
        var rest = pieces[...]
        var text = rest.popFirst() ?? ""
        for argument in repeat each argument {
            text += argument.path + (rest.popFirst() ?? "")
        }
        return Href(known: text)
    }

    /// The address with one more word.
    package static func / (base: PathAddress, word: String) -> PathAddress {
        PathAddress(base.pieces.dropLast() + [(base.pieces.last ?? "") + "/" + word], base.names)
    }

    /// The address with one more argument, called after its kind.
    package static func / <Next: PathArgument>(
        base: PathAddress,
        _: Next.Type
    ) -> PathAddress<repeat each Argument, Next> {
        base / Next.called(Next.placeholder)
    }

    /// The address with one more argument, under a name of its own.
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
    /// Where all addresses of this server begin.
    static let server: PathAddress<> = .init([""], [])

    /// The networks to choose from.
    package static let networks = Href(known: "/")

    /// The beginning of every address of a network.
    static let network = server / Slug.self
}

/// Where a link, a form or a redirect leads: a path on this server, with its query.
///
/// Pages take this and no text, so what they lead to comes from ``Address``, or was looked at.
package struct Href: Hashable, Sendable {
    /// As it stands in HTML and in `Location`, before it is escaped for HTML.
    package let text: String

    /// What a ``PathAddress`` put together, and nothing else may.
    fileprivate init(known text: String) { self.text = text }

    /// What a browser sent as the page to go back to; `nil` for what leads to another host, and for
    /// what no address of ours looks like.
    ///
    /// One slash first, at most 500 bytes, and nothing that a browser reads as another host or
    /// another line.
    package init?(local text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 500,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    /// The same path with a query such as `?q=ada&after=06ABC`; a value that is empty or missing is
    /// left out.
    func asking(_ values: KeyValuePairs<String, String?>) -> Href {
        let said = values.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return "\(name)=\(Address.escaped(value))"
        }
        return said.isEmpty ? self : Href(known: text + "?" + said.joined(separator: "&"))
    }
}
