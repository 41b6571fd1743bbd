/// Writes dates and times to memory that has room for them.
struct TextWriter {
    private let start: UnsafeMutablePointer<UInt8>
    /// How many bytes were written.
    private(set) var count = 0

    init(_ start: UnsafeMutablePointer<UInt8>) { self.start = start }

    /// Writes one byte.
    mutating func put(_ byte: UInt8) {
        (start + count).initialize(to: byte)
        count += 1
    }

    /// Writes a number from 0 to 99 as two digits.
    mutating func put(twoDigits number: Int) {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Writes a date as `2026-11-21`; a year has at least four digits.
    mutating func put(_ date: Day) {
        let (year, month, day) = date.date
        if year < 0 { put(UInt8(ascii: "-")) }
        put(year: year.magnitude)
        put(UInt8(ascii: "-"))
        put(twoDigits: month)
        put(UInt8(ascii: "-"))
        put(twoDigits: day)
    }

    private mutating func put(year: UInt) {
        if year > 9_999 { put(leading: year / 10_000) }
        put(twoDigits: Int(year / 100 % 100))
        put(twoDigits: Int(year % 100))
    }

    private mutating func put(leading digits: UInt) {
        if digits > 9 { put(leading: digits / 10) }
        put(UInt8(ascii: "0") + UInt8(digits % 10))
    }
}
