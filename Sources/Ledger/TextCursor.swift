/// Reads fixed forms, such as dates, from bytes, from left to right.
struct TextCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether everything was read.
    var isAtEnd: Bool { place == bytes.count }

    /// Passes over the next byte if it is this one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// Passes over the next digit and gives its value, or `nil` if there is none.
    mutating func digit() -> Int? {
        guard place < bytes.count, (0x30...0x39).contains(bytes[place]) else { return nil }
        place += 1
        return Int(bytes[place - 1] - 0x30)
    }

    /// Exactly so many digits as a number that must lie in the range.
    mutating func number(digits count: Int, in range: ClosedRange<Int>) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return range.contains(number) ? number : nil
    }

    /// A date such as `2026-11-21`.
    mutating func day() -> Day? {
        guard let year = number(digits: 4, in: 1...9999), take(UInt8(ascii: "-")),
            let month = number(digits: 2, in: 1...12), take(UInt8(ascii: "-")),
            let day = number(digits: 2, in: 1...31)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}

extension [UInt8] {
    /// Puts a number that is not negative at the end, with zeros before it up to `width` digits.
    mutating func append(_ number: Int, width: Int) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while number / 10 >= unit { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
            unit /= 10
        }
    }

    /// Puts a number from 0 to 99 at the end, as two digits.
    mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
