/// Crockford's base 32: how a 63-bit number looks to people and in addresses.
///
/// Thirteen characters, always, so that text order is number order. It has no I, L, O or U; a
/// reader takes I and L for 1 and O for 0, and does not mind lower case.
public enum Crockford {
    /// How many characters a number takes.
    public static let length = 13

    /// The 32 symbols in order of value, from `0` to `Z`.
    public static var symbols: StaticString { "0123456789ABCDEFGHJKMNPQRSTVWXYZ" }

    /// The thirteen characters of a number that is not negative.
    ///
    /// A negative one is shown by its bit pattern, so that a broken store can be printed; what
    /// comes out is not decoded again.
    public static func encode(_ number: Int64) -> String {
        String(unsafeUninitializedCapacity: length) { buffer in
            write(number, to: buffer)
            return length
        }
    }

    /// Puts the thirteen characters of a number at the end of `bytes`.
    public static func append(_ number: Int64, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
            write(number, to: buffer)
            bytes.append(contentsOf: buffer)
        }
    }

    /// The number that the thirteen characters stand for, or `nil` if they stand for none: a
    /// wrong length, another character, or more than 63 bits.
    public static func decode(_ text: String) -> Int64? {
        let bytes = text.utf8
        guard bytes.count == length else { return nil }
        var number: UInt64 = 0
        for (place, byte) in bytes.enumerated() {
            guard let value = value(of: byte), place > 0 || value < 8 else { return nil }
            number = number << 5 | UInt64(value)
        }
        return Int64(number)
    }

    /// What one symbol counts, 0 to 31, or `nil` for a character that is no symbol.
    public static func value(of symbol: UInt8) -> UInt8? {
        if UInt8(ascii: "0")...UInt8(ascii: "9") ~= symbol { return symbol - UInt8(ascii: "0") }
        let upper = symbol & 0xDF
        return switch upper {
        case UInt8(ascii: "A")...UInt8(ascii: "H"): upper - UInt8(ascii: "A") + 10
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        case UInt8(ascii: "J"), UInt8(ascii: "K"): upper - UInt8(ascii: "J") + 18
        case UInt8(ascii: "M"), UInt8(ascii: "N"): upper - UInt8(ascii: "M") + 20
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "P")...UInt8(ascii: "T"): upper - UInt8(ascii: "P") + 22
        case UInt8(ascii: "V")...UInt8(ascii: "Z"): upper - UInt8(ascii: "V") + 27
        default: nil
        }
    }

    /// Fills the buffer from its end, five bits to a symbol.
    private static func write(_ number: Int64, to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var rest = UInt64(bitPattern: number)
        for place in stride(from: length - 1, through: 0, by: -1) {
            buffer.initializeElement(at: place, to: symbols.utf8Start[Int(rest & 31)])
            rest >>= 5
        }
    }
}
