/// Parses fixed formats, such as dates, from bytes.
struct TextCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether no byte is left.
    var isAtEnd: Bool { position == bytes.count }

    /// Skips the next byte if it is `byte`; false where it is not.
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads a digit; nil where the next byte is none.
    mutating func digit() -> Int? {
        guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
        position += 1
        return Int(bytes[position - 1] - 0x30)
    }

    /// Reads exactly `count` digits; nil where there are fewer or the number is out of range.
    mutating func number(digits count: Int, in range: ClosedRange<Int>) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return range.contains(number) ? number : nil
    }

    /// Reads a date such as `2026-11-21`.
    mutating func day() -> Day? {
        guard let year = number(digits: 4, in: 1...9999), take(UInt8(ascii: "-")),
            let month = number(digits: 2, in: 1...12), take(UInt8(ascii: "-")),
            let day = number(digits: 2, in: 1...31)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}

extension [UInt8] {
    /// Appends a number that is not negative, with leading zeros up to `width` digits.
    mutating func append(_ number: Int, width: Int) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while number / 10 >= unit { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
            unit /= 10
        }
    }

    /// Appends a number from 0 to 99 as two digits.
    mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
