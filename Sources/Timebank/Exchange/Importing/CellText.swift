internal import Ledger

/// Checks of text cells; each error names its line and column.
enum CellText {
    /// The position of a cell: its line and the name of its column.
    typealias Position = (line: Int, column: String)

    /// The maximum length of a transfer's memo, in characters.
    static let wordsMax = 2_000
    /// The maximum length of an id from another system, in bytes.
    static let referenceMax = 200

    /// Returns the UTF-8 bytes of a memo: trimmed, at most ``wordsMax`` characters.
    ///
    /// - Throws: ``ImportProblem`` if it is too long, has control characters or is double-encoded.
    static func words(
        _ cell: CSVField,
        at position: Position
    ) throws(ImportProblem) -> ArraySlice<UInt8> {
        let bytes = cell.unguarded.bytes
        if isPlain(bytes, 0...wordsMax) { return bytes }
        return ArraySlice(try text(cell, 0...wordsMax, at: position).utf8)
    }

    /// Returns the bytes of an id from another system: trimmed, 1 to ``referenceMax`` bytes.
    ///
    /// - Throws: ``ImportProblem`` if it is missing, too long or has ASCII control characters.
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

    /// Returns a text whose length in characters is within a range.
    ///
    /// It obeys the same rules as text that a person types (``FieldRules/text(_:_:_:)``).
    ///
    /// - Throws: ``ImportProblem`` if it is missing, too long, malformed or double-encoded.
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

    /// Whether the bytes are printable ASCII of an allowed length, without spaces around them.
    ///
    /// Most cells are, and then all other checks can be skipped.
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
