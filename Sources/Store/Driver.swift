/// What a database driver gives, and nothing else.
///
/// A body is synchronous: it cannot wait for anything but its transaction, cannot keep it, and
/// may be run again from the start when the driver has to undo a neighbour's work.
package protocol Driver: Sendable {
    /// Runs a short read in a snapshot that has everything acknowledged before the call.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs a long read in a snapshot of its own, beside everything else.
    func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs a change, all or nothing; returns or throws once the outcome is on disk.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T

    /// Runs text that defines tables, all or nothing, and `body` with it.
    func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    )
        async throws

    /// Writes a copy of one snapshot to a new file.
    func backup(to file: String) async throws

    /// What the driver can say about itself, for `doctor` and `/metrics`: name and value.
    func facts() async -> [(name: String, value: String)]

    /// Finishes what is queued, then lets the store go.
    func close() async
}

/// A transaction under way, as a driver sees it.
package protocol Session: AnyObject {
    /// Runs a statement that has no result; it may travel with the next one.
    func run(_ sql: StaticString, _ values: [Value]) throws
    /// Runs a statement and returns how many rows it changed.
    func change(_ sql: StaticString, _ values: [Value]) throws -> Int
    /// Runs a statement and shows each row of its result until `body` returns false.
    func each(_ sql: StaticString, _ values: [Value], _ body: (Row) throws -> Bool) throws
    /// The id under which nothing can still be committed.
    func horizon() throws -> Int64
}
