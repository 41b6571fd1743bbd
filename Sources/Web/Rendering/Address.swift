/// The addresses of the pages, as static members that extensions add.
///
/// A member such as `Address.give` is both the pattern that the router matches and, when called
/// with its arguments, a link: `Address.give(network)`. So routes and links cannot differ. No
/// address contains a card code or a password, because addresses end up in logs and browser
/// histories.
package enum Address {
    /// The route of the static files; each file name contains a hash of the file's content.
    package static let assets = "/assets/:file"

    /// The path of an asset.
    package static func asset(_ asset: Asset) -> String { "/assets/\(asset.file)" }

    /// Percent-encodes a text for a query or a cookie value.
    ///
    /// All bytes but the unreserved characters of RFC 3986 are encoded.
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
