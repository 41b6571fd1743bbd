/// Validates UTF-8 without creating a `String`.
enum UTF8Check {
    /// Whether all bytes are well-formed UTF-8 (Unicode 17, table 3-7).
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count {
                guard let length = sequenceLength(in: bytes, at: position) else { return false }
                position += length
            }
            return true
        }
    }

    /// Returns the length in bytes of the character at a position, or `nil` if it is malformed.
    private static func sequenceLength(
        in bytes: UnsafeBufferPointer<UInt8>,
        at position: Int
    ) -> Int? {
        let first = bytes[position]
        if first < 0x80 { return 1 }
        let length: Int
        // The range of the second byte excludes overlong forms, surrogates and values above
        // U+10FFFF.
        let second: ClosedRange<UInt8>
        switch first {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard position + length <= bytes.count, second.contains(bytes[position + 1]) else {
            return nil
        }
        for next in (position + 2)..<max(position + 2, position + length)
        where bytes[next] & 0xC0 != 0x80 {
            return nil
        }
        return length
    }
}
