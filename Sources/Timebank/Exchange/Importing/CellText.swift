internal import Ledger

/// Checks of the texts in cells, each a problem that names its line and column.
enum CellText {
    /// Where a cell stands: the line and the name of the column.
    typealias Position = (line: Int, column: String)

    /// The most characters of the words that come with a transfer.
    static let wordsMax = 2_000
    /// The most bytes of an id that another system gave.
    static let referenceMax = 200

    /// Words without blanks around them and without control characters.
    ///
    /// - Throws: ``ImportProblem``.
    static func words(
        _ cell: CSVField,
        at position: Position
    ) throws(ImportProblem) -> ArraySlice<UInt8> {
        let bytes = cell.unguarded.bytes
        if isPlain(bytes, 0...wordsMax) { return bytes }
        return ArraySlice(try text(cell, 0...wordsMax, at: position).utf8)
    }

    /// An id that another system gave: 1 to 200 bytes, nothing that cannot be seen.
    ///
    /// - Throws: ``ImportProblem``.
    static func reference(
        _ cell: CSVField,
        at position: Position
    ) throws(ImportProblem) -> ArraySlice<UInt8> {
        let bytes = cell.unguarded.trimmed.bytes
        guard !bytes.isEmpty else { throw problem(cell, position, .missing) }
        guard bytes.count <= referenceMax else {
            throw problem(cell, position, .tooLong(referenceMax))
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw problem(cell, position, .malformed)
        }
        return bytes
    }

    /// A text of an allowed length, checked as one that a person types.
    ///
    /// - Throws: ``ImportProblem``.
    static func text(
        _ cell: CSVField,
        _ length: ClosedRange<Int>,
        at position: Position
    ) throws(ImportProblem) -> String {
        let unguarded = cell.unguarded
        if isPlain(unguarded.bytes, length) { return unguarded.text }
        guard !Windows1252.looksDoubleEncoded(cell.text) else {
            throw problem(cell, position, .doubleEncoded)
        }
        do {
            return try FieldRules.text(FieldName(position.column), unguarded.text, length)
        } catch FieldRefusal.invalid(_, .missing) {
            throw problem(cell, position, .missing)
        } catch FieldRefusal.invalid(_, .tooLong(_)) {
            throw problem(cell, position, .tooLong(length.upperBound))
        } catch {
            throw problem(cell, position, .malformed)
        }
    }

    /// Whether bytes are visible ASCII of an allowed length, as most are, without blanks around
    /// them; then there is nothing more to ask.
    private static func isPlain(_ bytes: ArraySlice<UInt8>, _ length: ClosedRange<Int>) -> Bool {
        length.contains(bytes.count) && bytes.first != 0x20 && bytes.last != 0x20
            && bytes.allSatisfy { 0x20...0x7E ~= $0 }
    }

    private static func problem(
        _ cell: CSVField,
        _ position: Position,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            line: position.line,
            column: position.column,
            value: cell.readable,
            reason: reason
        )
    }
}
