package import Ledger

/// One cell of a ``CSVRecord``.
package struct CSVField: Sendable {
    /// What stands in the cell: UTF-8, checked by the reader.
    package let bytes: ArraySlice<UInt8>

    /// A cell in which these bytes stand.
    package init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The cell's text, as it stands.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether nothing stands in it.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The cell as it was before ``CSVWriter``, or a spreadsheet's owner, guarded it: without one
    /// apostrophe before a formula's first character.
    package var unguarded: CSVField {
        FormulaGuard.isGuarded(bytes) ? CSVField(bytes: bytes.dropFirst()) : self
    }

    /// The cell without blanks, tabs and line ends around its text.
    package var trimmed: CSVField {
        var bytes = bytes
        while let first = bytes.first, Self.isBlank(first) { bytes.removeFirst() }
        while let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
        return CSVField(bytes: bytes)
    }

    /// The whole number in the cell, or `nil` if anything but digits and a minus before them
    /// stands there, or if it needs more than 64 bits.
    package var integer: Int64? {
        var digits = bytes
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        guard !digits.isEmpty else { return nil }
        // Counted downward, because the lowest number has no positive counterpart.
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

    /// The date in the cell, written as `2026-11-21`.
    package var day: Day? { bytes.withUnsafeBufferPointer { Day(iso: $0) } }

    /// The moment in the cell, written as RFC 3339 has it.
    package var instant: Instant? { bytes.withUnsafeBufferPointer { Instant(rfc3339: $0) } }

    /// The text, or what it would be in Windows-1252 where it is not UTF-8: for messages only.
    var readable: String {
        UTF8Check.isValid(bytes) ? text : Windows1252.text(of: bytes)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}
