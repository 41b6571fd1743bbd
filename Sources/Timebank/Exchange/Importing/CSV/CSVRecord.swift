/// One record of a CSV file: its cells as bytes, and the line where it begins.
///
/// The enclosing quotation marks are removed and doubled ones are single. A cell is only decoded to
/// a `String` on request. The reader reuses one record; a copy that a caller keeps stays unchanged
/// (copy on write).
package struct CSVRecord: Sendable {
    /// The maximum size of a cell, in bytes.
    package static let fieldBytesMax = 64 * 1024
    /// The maximum size of a record in the file, in bytes.
    package static let bytesMax = 1024 * 1024
    /// The maximum number of cells in a record.
    package static let fieldsMax = 1_000

    /// The line of the file where the record begins; the first line is 1.
    package internal(set) var line = 1
    /// The bytes of all cells, one after another.
    var bytes: [UInt8] = []
    /// The position after the last byte of each cell.
    var ends: [Int] = []

    /// The number of cells.
    package var count: Int { ends.count }

    /// The cell at a position, counted from 0, which must be less than ``count``.
    package subscript(_ index: Int) -> CSVField {
        CSVField(bytes: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }

    /// Whether all cells are empty, as in the last rows that some spreadsheets write.
    package var isBlank: Bool { bytes.isEmpty }
}
