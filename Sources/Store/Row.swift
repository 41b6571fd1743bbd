/// The columns of a result's current row, as a driver reads them; the first is 0.
public protocol Columns: AnyObject {
    /// Whether the column is null.
    func isNull(_ column: Int) -> Bool
    /// The column as a 64-bit integer.
    func integer(_ column: Int) -> Int64
    /// The column as text.
    func text(_ column: Int) -> String
    /// The column as bytes.
    func bytes(_ column: Int) -> [UInt8]
}

/// One row of a result, read by position, valid only within the closure it is passed to.
///
/// By position and not by name, because a name costs a search in every row; each statement is
/// written next to the code that reads it.
public struct Row {
    private let columns: any Columns

    /// The current row of a driver's result.
    public init(_ columns: any Columns) { self.columns = columns }

    /// Whether the column is null.
    public func isNull(_ column: Int) -> Bool { columns.isNull(column) }

    /// The column as a 64-bit integer.
    public func integer(_ column: Int) -> Int64 { columns.integer(column) }

    /// The column as a 64-bit integer, or nil where it is null.
    public func integerIfAny(_ column: Int) -> Int64? {
        columns.isNull(column) ? nil : columns.integer(column)
    }

    /// The column as a Boolean: false for 0.
    public func flag(_ column: Int) -> Bool { columns.integer(column) != 0 }

    /// The column as text.
    public func text(_ column: Int) -> String { columns.text(column) }

    /// The column as text, or nil where it is null.
    public func textIfAny(_ column: Int) -> String? {
        columns.isNull(column) ? nil : columns.text(column)
    }

    /// The column as bytes.
    public func bytes(_ column: Int) -> [UInt8] { columns.bytes(column) }

    /// The column as bytes, or nil where it is null.
    public func bytesIfAny(_ column: Int) -> [UInt8]? {
        columns.isNull(column) ? nil : columns.bytes(column)
    }
}
