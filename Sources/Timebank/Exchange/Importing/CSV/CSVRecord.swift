/// One record of a CSV file: its cells as bytes, and the line where it begins.
///
/// Quotation marks are gone and doubled ones single. A cell becomes a `String` only when asked.
/// The reader fills one record again and again; a record that is kept stays as it was, at the
/// price of a copy.
package struct CSVRecord: Sendable {
    /// The most bytes that a cell holds.
    package static let fieldBytesMax = 64 * 1024
    /// The most bytes of a file that a record takes.
    package static let bytesMax = 1024 * 1024
    /// The most cells that a record holds.
    package static let fieldsMax = 1_000

    /// The physical line where the record begins; the file's first is 1.
    package internal(set) var line = 1
    /// The bytes of all cells, one after another, and where each ends.
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// How many cells there are.
    package var count: Int { ends.count }

    /// The cell at a position counted from 0; the position must be less than ``count``.
    package subscript(_ index: Int) -> CSVField {
        CSVField(bytes: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }

    /// Whether no cell has anything in it, as in the rows a spreadsheet leaves at the end.
    package var isBlank: Bool { bytes.isEmpty }
}
