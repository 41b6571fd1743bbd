/// What a program may do with the rows of its tables besides reading them.
package struct Rights: Sendable {
    /// A way to change a table.
    package enum Change: String, Sendable, CaseIterable {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
    }

    /// The changes that each table takes, by its name; one that is not named is only read.
    package let changes: [String: Set<Change>]

    /// Rights on tables by their names.
    package init(_ changes: [String: Set<Change>]) { self.changes = changes }
}
