internal import Ledger

/// The cells of one row, looked up by column name.
struct RowCells {
    /// The range of minutes that one transfer can move.
    static let movable =
        Minutes.movable.lowerBound.count...Minutes.movable.upperBound.count

    let record: CSVRecord
    private let columns: FileColumns

    /// Creates the cells of a data row.
    init(_ record: CSVRecord, _ columns: FileColumns) {
        self.record = record
        self.columns = columns
    }

    /// The line of the file where the row begins; the first line is 1.
    var line: Int { record.line }

    /// The unchanged cell of a column; nil if the file has no such column or the cell is blank.
    subscript(column: String) -> CSVField? {
        guard let position = columns[column] else { return nil }
        let cell = record[position]
        return cell.unguarded.trimmed.isEmpty ? nil : cell
    }

    /// Returns a cell's text within a range of length in characters; empty if that is allowed and
    /// the cell is blank.
    ///
    /// - Throws: ``ImportProblem`` if it is missing, too long, malformed or double-encoded.
    func text(_ column: String, _ length: ClosedRange<Int>) throws(ImportProblem) -> String {
        guard let cell = self[column] else {
            if length.lowerBound == 0 { return "" }
            throw problem(column, .missing)
        }
        return try CellText.text(cell, length, at: (line, column))
    }

    /// Returns a cell's text; nil if the cell is empty.
    func optional(_ column: String, upTo most: Int) throws(ImportProblem) -> String? {
        let text = try text(column, 0...most)
        return text.isEmpty ? nil : text
    }

    /// Converts a cell with `make`; nil if the cell is empty.
    ///
    /// - Throws: ``ImportProblem`` with `reason` if `make` returns nil.
    func value<T>(
        _ column: String,
        _ reason: ImportProblem.Reason,
        _ make: (CSVField) -> T?
    ) throws(ImportProblem) -> T? {
        guard let cell = self[column]?.unguarded.trimmed else { return nil }
        guard let value = make(cell) else { throw problem(column, reason) }
        return value
    }

    /// Converts a required cell with `make`.
    ///
    /// - Throws: ``ImportProblem`` with `reason` if `make` returns nil, and if the cell is empty.
    func required<T>(
        _ column: String,
        _ reason: ImportProblem.Reason,
        _ make: (CSVField) -> T?
    ) throws(ImportProblem) -> T {
        guard let value = try value(column, reason, make) else { throw problem(column, .missing) }
        return value
    }

    /// Returns a cell's minutes, which must be within `range`; nil if the cell is empty.
    func minutes(_ column: String, _ range: ClosedRange<Int64>) throws(ImportProblem) -> Minutes? {
        try value(column, .outOfRange(range)) { cell in
            cell.integer.flatMap { range.contains($0) ? Minutes($0) : nil }
        }
    }

    /// Returns a cell's `yes`, `true`, `1` or `no`, `false`, `0`; nil if the cell is empty.
    func flag(_ column: String) throws(ImportProblem) -> Bool? {
        try value(column, .oneOf(["yes", "no"])) { cell in
            switch cell.text.lowercased() {
            case "yes", "true", "1": true
            case "no", "false", "0": false
            default: nil
            }
        }
    }

    /// Returns a cell's value of an enum, in any case of letters; nil if the cell is empty.
    func word<Word: CaseIterable & RawRepresentable<String>>(
        _ column: String,
        _ of: Word.Type = Word.self
    ) throws(ImportProblem) -> Word? {
        try value(column, .oneOf(Word.allCases.map(\.rawValue))) { cell in
            Word(rawValue: cell.text.lowercased())
        }
    }

    /// The language code in the column `language`; nil if there is none.
    var language: String? {
        get throws(ImportProblem) {
            try value("language", .oneOf(Language.codes)) { cell in
                Language(rawValue: cell.text.lowercased())?.code
            }
        }
    }

    /// Whether the file has a column.
    func has(_ column: String) -> Bool { columns[column] != nil }

    /// Creates a problem with a cell of this row.
    func problem(_ column: String, _ reason: ImportProblem.Reason) -> ImportProblem {
        guard let position = columns[column] else {
            return ImportProblem(line: line, column: column, value: "", reason: reason)
        }
        return ImportProblem(record, columns.names[position], at: position, reason)
    }
}
