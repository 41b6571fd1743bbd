/// Every address of the pages, once: `Address.give` has the pattern that the router reads, and
/// `Address.give(network)` is a link to it, so that the two cannot drift apart.
///
/// An address is a static member of an extension, which may stand in any file. No address holds a
/// card code or a password.
package enum Address {
    /// A file that every page may ask for, named with its fingerprint, as the router reads it.
    package static let assets = "/assets/:file"

    /// A link to an asset.
    package static func asset(_ asset: Asset) -> String { "/assets/\(asset.file)" }

    /// A text as it may stand in a query or a cookie.
    static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."), UInt8(ascii: "~"):
                escaped.append(Character(UnicodeScalar(byte)))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }
}
