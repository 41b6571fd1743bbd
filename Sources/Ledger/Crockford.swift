/// Crockford's base 32, the text form of ids.
///
/// A 63-bit number always takes thirteen characters, so text order is number order. The letters I,
/// L, O and U are not used; when reading, I and L count as 1, O as 0, and lower case as upper case.
public enum Crockford {
    /// The length of an encoded number, in characters.
    public static let length = 13

    /// The 32 digits in order of value.
    public static var symbols: StaticString { "0123456789ABCDEFGHJKMNPQRSTVWXYZ" }

    /// A number from 0 to 2⁶³ − 1 as thirteen characters.
    ///
    /// A negative number is encoded by its bit pattern, so that the contents of a damaged store can
    /// be printed; that text cannot be decoded.
    public static func encode(_ number: Int64) -> String {
        String(unsafeUninitializedCapacity: length) { buffer in
            write(number, to: buffer)
            return length
        }
    }

    /// Appends the thirteen characters of a number to `bytes`.
    public static func append(_ number: Int64, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
            write(number, to: buffer)
            bytes.append(contentsOf: buffer)
        }
    }

    /// The number that a text encodes; nil for another length, another character, or more than 63
    /// bits.
    public static func decode(_ text: String) -> Int64? {
        let bytes = text.utf8
        guard bytes.count == length else { return nil }
        var number: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            guard let value = value(of: byte), index > 0 || value < 8 else { return nil }
            number = number << 5 | UInt64(value)
        }
        return Int64(number)
    }

    /// The value of a digit, 0 to 31; nil for any other character.
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

    /// Fills the buffer from its end, five bits to a digit.
    private static func write(_ number: Int64, to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var rest = UInt64(bitPattern: number)
        for index in stride(from: length - 1, through: 0, by: -1) {
            buffer.initializeElement(at: index, to: symbols.utf8Start[Int(rest & 31)])
            rest >>= 5
        }
    }
}
