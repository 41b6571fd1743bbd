/// Prevents spreadsheets from running a cell as a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, tab or carriage return gets a leading apostrophe. A
/// cell that begins with apostrophes and then such a character gets one more, so that removing one
/// always restores the original.
enum FormulaGuard {
    /// Whether the cell needs a leading apostrophe when it is written.
    static func isNeeded(for bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
        return isFormulaStart(first)
    }

    /// Whether the cell's first apostrophe protects a formula, and is to be removed when it is
    /// read.
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
