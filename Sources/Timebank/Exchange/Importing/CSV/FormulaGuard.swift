/// Keeps a spreadsheet from running what stands in a cell.
///
/// A cell that begins with `=`, `+`, `-`, `@`, tab or return gets an apostrophe before it. One that
/// begins with apostrophes and then such a character gets one more, so that taking one off always
/// gives back what was there.
enum FormulaGuard {
    /// Whether the cell has to get an apostrophe before it leaves.
    static func isNeeded(for bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
        return isFormulaStart(first)
    }

    /// Whether one apostrophe of the cell is a guard.
    static func isGuarded(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: "'") && isNeeded(for: bytes)
    }

    private static func isFormulaStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            true
        default: false
        }
    }
}
