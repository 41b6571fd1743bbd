internal import Ledger
package import Store

/// The name of a network or an organisation in URLs: `[a-z][a-z0-9-]{1,39}`, no reserved word.
package struct Slug: Hashable, Sendable, CodedAsText {
    package let description: String

    /// Words that the site's own URLs use.
    package static let reserved: Set<String> = [
        "api", "assets", "healthz", "readyz", "metrics", "sign-in", "sign-out", "set-up", "new",
        "admin", "static", "public", "favicon", "robots", "well-known", "notes", "help",
    ]

    package init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard (2...40).contains(bytes.count), let first = bytes.first else { return nil }
        let isLetter: (UInt8) -> Bool = { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isLetter(first),
            bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }),
            !Self.reserved.contains(description)
        else { return nil }
        self.description = description
    }
}

extension Slug: Bindable {
    package var bound: Value { .text(description) }
}
