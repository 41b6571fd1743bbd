package import Timebank

/// The address of a page of a network, described once: the pattern that the router reads, the links
/// to it, and which values the page is handed.
///
/// Called with a network and a value for each argument it is a link; with another id, or with one
/// too few, it does not compile. An address is put together from another one:
/// `static let code = member / "code"`.
package struct PageAddress<each Argument: PathArgument>: Sendable {
    /// The path as the router reads it, such as `/:network/people/:member`.
    package let pattern: String
    /// What stands between the network and the first argument, between each two, and at the end.
    private let pieces: [String]

    fileprivate init(
        pattern: String,
        pieces: [String],
        _: repeat (each Argument).Type
    ) {
        self.pattern = pattern
        self.pieces = pieces
    }

    /// A link to the page.
    package func callAsFunction(
        _ network: Slug,
        _ argument: repeat each Argument
    ) -> Href {
        var rest = pieces[...]
        var text = "/" + network.description + (rest.popFirst() ?? "")
        for argument in repeat each argument {
            text += argument.path + (rest.popFirst() ?? "")
        }
        return Href(known: text)
    }

    /// The address with one more word.
    package static func / (base: PageAddress, word: String) -> PageAddress {
        PageAddress(
            pattern: base.pattern + "/" + word,
            pieces: base.pieces.dropLast() + [(base.pieces.last ?? "") + "/" + word],
            repeat (each Argument).self
        )
    }

    /// The address with one more argument.
    package static func / <Next: PathArgument>(
        base: PageAddress,
        _: Next.Type
    ) -> PageAddress<repeat each Argument, Next> {
        PageAddress<repeat each Argument, Next>(
            pattern: base.pattern + "/:" + Next.placeholder,
            pieces: base.pieces.dropLast() + [(base.pieces.last ?? "") + "/", ""],
            repeat (each Argument).self,
            Next.self
        )
    }
}

extension Address {
    /// The networks to choose from.
    package static let networks = Href(known: "/")

    /// The beginning of every address of a network.
    static let network = PageAddress(pattern: "/:network", pieces: [""])
}

/// Where a link, a form or a redirect leads: a path on this server, with its query.
///
/// Pages take this and no text, so what they lead to comes from ``Address``, or was looked at.
package struct Href: Hashable, Sendable {
    /// As it stands in HTML and in `Location`, before it is escaped for HTML.
    package let text: String

    /// What a ``PageAddress`` put together, and nothing else may.
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
