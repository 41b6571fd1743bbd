/// The id of a request, as the client gave it or as the server generated it.
///
/// It has 1 to 100 ASCII letters, digits, dots, hyphens and underscores, so that it is safe in a
/// log, in a header and on a page.
struct RequestName: LosslessStringConvertible, Sendable {
    let description: String

    init?(_ description: String) {
        let bytes = description.utf8
        guard (1...100).contains(bytes.count), bytes.allSatisfy(Self.isPlain) else { return nil }
        self.description = description
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
