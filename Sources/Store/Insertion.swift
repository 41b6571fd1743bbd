/// An `INSERT` of one row that is run for many rows.
///
/// The statement ends with `VALUES ($1, $2, …)`, each argument once and in order, so that a driver
/// can rewrite it to insert many rows at once.
public struct Insertion: Sendable {
    public let sql: SQLText
    /// The type of each column, a letter each: `i` integer, `t` text, `b` bytes; all nullable.
    public let kinds: String

    /// A statement and the types of its columns.
    public init(_ sql: SQLText, _ kinds: String) {
        self.sql = sql
        self.kinds = kinds
    }
}
