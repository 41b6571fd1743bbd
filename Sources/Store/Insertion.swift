/// An `INSERT` of one row that is run for many rows.
///
/// Its statement ends with `VALUES ($1, $2, …)`, each argument once and in order, so that a driver
/// can tell where the row stands and send many rows with one statement.
public struct Insertion: Sendable {
    public let sql: SQLText
    /// A letter for each column: `i` a number, `t` text, `b` bytes; each may be null.
    public let kinds: String

    /// A statement, and what its columns hold.
    public init(_ sql: SQLText, _ kinds: String) {
        self.sql = sql
        self.kinds = kinds
    }
}
