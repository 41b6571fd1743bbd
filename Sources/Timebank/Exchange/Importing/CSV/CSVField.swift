package import Ledger

/// One cell of a ``CSVRecord``.
package struct CSVField: Sendable {
    /// The cell's bytes, which the reader has checked to be UTF-8.
    package let bytes: ArraySlice<UInt8>

    /// Creates a cell with these bytes.
    package init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The cell's unchanged text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the cell has no bytes.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The cell without the apostrophe that protects a formula.
    ///
    /// ``CSVWriter`` or a person put one before the formula's first character; see
    /// ``FormulaGuard``.
    package var unguarded: CSVField {
        FormulaGuard.isGuarded(bytes) ? CSVField(bytes: bytes.dropFirst()) : self
    }

    /// The cell without spaces, tabs, line ends and form feeds around its text.
    package var trimmed: CSVField {
        var bytes = bytes
        while let first = bytes.first, Self.isBlank(first) { bytes.removeFirst() }
        while let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
        return CSVField(bytes: bytes)
    }

    /// The whole number in the cell.
    ///
    /// It is `nil` if the cell has anything but digits after an optional minus, or needs more than
    /// 64 bits.
    package var integer: Int64? {
        var digits = bytes
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        guard !digits.isEmpty else { return nil }
        // Accumulates negative numbers, because `Int64.min` has no positive counterpart.
        var number: Int64 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (next, isTooLargeToo) = tens.subtractingReportingOverflow(Int64(byte - 0x30))
            guard !isTooLarge, !isTooLargeToo else { return nil }
            number = next
        }
        if isNegative { return number }
        return number == .min ? nil : -number
    }

    /// The date in the cell, in the form `2026-11-21`; `nil` for other text.
    package var day: Day? { bytes.withUnsafeBufferPointer { Day(iso: $0) } }

    /// The time in the cell, in the form of RFC 3339; `nil` for other text.
    package var instant: Instant? { bytes.withUnsafeBufferPointer { Instant(rfc3339: $0) } }

    /// The text, decoded as Windows-1252 if it is not UTF-8; only for messages.
    var readable: String {
        UTF8Check.isValid(bytes) ? text : Windows1252.text(of: bytes)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}
