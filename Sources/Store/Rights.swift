/// What the serving role may do with each table, besides reading it.
public struct Rights: Sendable {
    /// A statement that changes a table.
    public enum Change: String, Sendable, CaseIterable {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
    }

    /// The statements allowed on each table, by table name; a table that is not named is only read.
    public let changes: [String: Set<Change>]

    /// Rights by table name.
    public init(_ changes: [String: Set<Change>]) { self.changes = changes }
}
