internal import Store

/// How an export reads one kind of file from the database.
struct FileWriting: Sendable {
    /// The query for the rows, in the order to write them; its `$1` is the network's id.
    let rows: SQLText
    /// Converts a row of the query to one cell for each column of the kind.
    let cells: @Sendable (Row, ExportNames) throws -> [String]

    /// Creates it from a query and the conversion of its rows.
    init(
        _ rows: SQLText,
        _ cells: @escaping @Sendable (Row, ExportNames) throws -> [String]
    ) {
        self.rows = rows
        self.cells = cells
    }
}

extension Bool {
    /// The value as an exported cell: `yes` or `no`.
    var cell: String { self ? "yes" : "no" }
}
