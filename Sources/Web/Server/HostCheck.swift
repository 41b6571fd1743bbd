internal import HTTPTypes
internal import Hummingbird

/// Refuses requests whose `Host` header is missing, repeated or not valid.
///
/// It is not a middleware of its own, because each middleware adds a step to every request.
enum HostCheck {
    /// Checks the request's host.
    ///
    /// - Throws: ``BadRequest/wrongHost``.
    static func require(_ request: Request) throws {
        // HTTP/1.0 needs no host. For later versions ``HTTPMessageObserver`` replaces a missing or
        // repeated host by an empty one, which is refused here.
        if let host = request.head.authority, !isHost(host) { throw BadRequest.wrongHost }
    }

    /// Whether a text is a host name or an address, with or without a port.
    static func isHost(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.count <= 255 + 6 else { return false }
        let isBracketed = first == UInt8(ascii: "[")
        let name: Substring.UTF8View
        let rest: Substring.UTF8View
        if isBracketed {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            name = bytes[bytes.index(after: bytes.startIndex)..<end]
            rest = bytes[bytes.index(after: end)...]
        } else {
            let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            name = bytes[..<end]
            rest = bytes[end...]
        }
        guard !name.isEmpty, name.allSatisfy(isBracketed ? isInAddress : isInName) else {
            return false
        }
        guard let colon = rest.first else { return true }
        let port = rest.dropFirst()
        return colon == UInt8(ascii: ":") && port.count <= 5
            && port.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
