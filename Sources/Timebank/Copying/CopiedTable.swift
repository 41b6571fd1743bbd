internal import Store

/// A table of a store, as it is carried over to another one: every column of every row.
struct CopiedTable: Sendable {
    let name: String
    /// A letter for each column: `i` a number, `t` text, `b` bytes; each may be null.
    let columns: [UInt8]
    /// All rows in the order of their key, so that they are appended where they come to.
    let select: SQLText
    /// One row, its columns in the same order.
    let insert: SQLText

    init(
        _ name: String,
        _ columns: StaticString,
        from select: SQLText,
        to insert: SQLText
    ) {
        self.name = name
        self.columns = Array("\(columns)".utf8)
        self.select = select
        self.insert = insert
    }

    /// All tables, each after those that it points at.
    ///
    /// Left out is what a store has of its own: its migrations, and which servers work on it.
    static let all = installation + scheme + ledger + work

    /// A row as values.
    func values(of row: Row) -> [Value] {
        columns.indices.map { column in
            if row.isNull(column) { return .null }
            return switch columns[column] {
            case UInt8(ascii: "i"): .integer(row.integer(column))
            case UInt8(ascii: "b"): .bytes(row.bytes(column))
            default: .text(row.text(column))
            }
        }
    }
}
