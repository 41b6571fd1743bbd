/// What a program may do with the rows of its tables besides reading them.
public struct Rights: Sendable {
    /// A way to change a table.
    public enum Change: String, Sendable, CaseIterable {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
    }

    /// The changes that each table takes, by its name; one that is not named is only read.
    public let changes: [String: Set<Change>]

    /// Rights on tables by their names.
    public init(_ changes: [String: Set<Change>]) { self.changes = changes }
}
