internal import Ledger

/// The cells of one row, asked for by the names of their columns.
struct RowCells {
    /// How many minutes one transfer moves.
    static let movable =
        Minutes.movable.lowerBound.count...Minutes.movable.upperBound.count

    let record: CSVRecord
    private let columns: FileColumns

    /// The cells of a record below a header.
    init(_ record: CSVRecord, _ columns: FileColumns) {
        self.record = record
        self.columns = columns
    }

    /// The physical line where the row begins.
    var line: Int { record.line }

    /// A cell as it stands; nil where the file has no such column or nothing stands in it.
    subscript(column: String) -> CSVField? {
        guard let position = columns[column] else { return nil }
        let cell = record[position]
        return cell.unguarded.trimmed.isEmpty ? nil : cell
    }

    /// Text of an allowed length; nothing where that may be empty and the cell is.
    func text(_ column: String, _ length: ClosedRange<Int>) throws(ImportProblem) -> String {
        guard let cell = self[column] else {
            if length.lowerBound == 0 { return "" }
            throw problem(column, .missing)
        }
        return try CellText.text(cell, length, at: (line, column))
    }

    /// Text that may be absent.
    func optional(_ column: String, upTo most: Int) throws(ImportProblem) -> String? {
        let text = try text(column, 0...most)
        return text.isEmpty ? nil : text
    }

    /// What a cell stands for, or nil where it is empty.
    func value<T>(
        _ column: String,
        _ reason: ImportProblem.Reason,
        _ make: (CSVField) -> T?
    ) throws(ImportProblem) -> T? {
        guard let cell = self[column]?.unguarded.trimmed else { return nil }
        guard let value = make(cell) else { throw problem(column, reason) }
        return value
    }

    /// What a cell that must be filled in stands for.
    func required<T>(
        _ column: String,
        _ reason: ImportProblem.Reason,
        _ make: (CSVField) -> T?
    ) throws(ImportProblem) -> T {
        guard let value = try value(column, reason, make) else { throw problem(column, .missing) }
        return value
    }

    /// Minutes within a range, or nil where the cell is empty.
    func minutes(_ column: String, _ range: ClosedRange<Int64>) throws(ImportProblem) -> Minutes? {
        try value(column, .outOfRange(range)) { cell in
            cell.integer.flatMap { range.contains($0) ? Minutes($0) : nil }
        }
    }

    /// Yes or no, or nil where the cell is empty.
    func flag(_ column: String) throws(ImportProblem) -> Bool? {
        try value(column, .oneOf(["yes", "no"])) { cell in
            switch cell.text.lowercased() {
            case "yes", "true", "1": true
            case "no", "false", "0": false
            default: nil
            }
        }
    }

    /// One of a closed list of words, or nil where the cell is empty.
    func word<Word: CaseIterable & RawRepresentable<String>>(
        _ column: String,
        _ of: Word.Type = Word.self
    ) throws(ImportProblem) -> Word? {
        try value(column, .oneOf(Word.allCases.map(\.rawValue))) { cell in
            Word(rawValue: cell.text.lowercased())
        }
    }

    /// The code of a language; nil where the row names none.
    var language: String? {
        get throws(ImportProblem) {
            try value("language", .oneOf(Language.codes)) { cell in
                Language(rawValue: cell.text.lowercased())?.code
            }
        }
    }

    /// Whether the file has such a column.
    func has(_ column: String) -> Bool { columns[column] != nil }

    /// A problem with a cell of this row.
    func problem(_ column: String, _ reason: ImportProblem.Reason) -> ImportProblem {
        guard let position = columns[column] else {
            return ImportProblem(line: line, column: column, value: "", reason: reason)
        }
        return ImportProblem(record, columns.names[position], at: position, reason)
    }
}
