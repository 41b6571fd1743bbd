internal import Store

/// How an export finds the rows of a kind of file.
struct FileWriting: Sendable {
    /// Asked with the network as `$1`; gives the rows in the order in which they are written.
    let rows: SQLText
    /// The cells of a row that was found, one for each column of the kind.
    let cells: @Sendable (Row, ExportNames) throws -> [String]

    /// The rows that a statement finds, each with these cells.
    init(
        _ rows: SQLText,
        _ cells: @escaping @Sendable (Row, ExportNames) throws -> [String]
    ) {
        self.rows = rows
        self.cells = cells
    }
}

extension Bool {
    /// As a cell says it.
    var cell: String { self ? "yes" : "no" }
}
