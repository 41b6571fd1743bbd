/// Windows-1252, the encoding of older spreadsheets, with which UTF-8 is often confused.
package enum Windows1252 {
    /// Decodes bytes as Windows-1252.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            text.unicodeScalars.append(scalar(of: byte))
        }
        return text
    }

    /// Whether a text looks as if its UTF-8 was decoded as Windows-1252 and saved again, such as
    /// "MuÃ±oz" for "Muñoz".
    ///
    /// It looks for sequences that are one UTF-8 character of the scripts used in our networks and
    /// that do not occur in their languages' words. "É»" and similar ones are not reported.
    package static func looksDoubleEncoded(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        let bytes = text.unicodeScalars.map { byte(of: $0) ?? 0 }
        return bytes.indices.contains { position in
            let next = bytes[position...].dropFirst()
            let second = next.first ?? 0
            return switch bytes[position] {
            case 0xC2...0xC5, 0xCE...0xD1: areContinuations(next, count: 1)
            case 0xE1: 0xBA...0xBB ~= second && areContinuations(next, count: 2)
            case 0xE2: 0x80...0x84 ~= second && areContinuations(next, count: 2)
            case 0xEF: next.starts(with: [0xBB, 0xBF])
            case 0xF0: second == 0x9F && areContinuations(next, count: 3)
            default: false
            }
        }
    }

    private static func areContinuations(_ bytes: ArraySlice<UInt8>, count: Int) -> Bool {
        bytes.count >= count && bytes.prefix(count).allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// The characters of 0x80 to 0x9F; all others are as in Latin-1.
    private static let upperControls = Array(
        ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars
    )

    private static func scalar(of byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// Returns the byte of a character, or `nil` if the encoding has none.
    ///
    /// Latin-1's control characters count as well, because some programs confuse UTF-8 with
    /// Latin-1.
    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if let position = upperControls.firstIndex(of: scalar) { return UInt8(0x80 + position) }
        return UInt8(exactly: scalar.value)
    }
}
