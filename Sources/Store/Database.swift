/// A store behind a driver.
///
/// Retries what a conflict undid.
public struct Database: Sendable {
    private let driver: any Driver

    /// How often a transaction is tried when it meets conflicts, the first time included.
    public static let triesMax = 5

    /// A store behind a driver.
    public init(_ driver: any Driver) { self.driver = driver }

    /// Runs a read in one snapshot that contains everything acknowledged before the call.
    public func read<T: Sendable>(
        in scope: Scope,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let scoped: @Sendable (Transaction) throws -> T = { tx in
            tx.enter(scope)
            return try body(tx)
        }
        return try await again { try await driver.read(scoped) }
    }

    /// Runs a long read, such as an export, in one snapshot; it does not delay short reads or
    /// writes.
    public func report<T: Sendable>(
        in scope: Scope,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await driver.report { tx in
            tx.enter(scope)
            return try body(tx)
        }
    }

    /// Runs `body` in one transaction.
    ///
    /// When this returns or throws, the outcome is durable.
    ///
    /// After a conflict with another transaction `body` is run again, up to ``triesMax`` times in
    /// all, so it must have no effect but through its transaction: no mail sent, no file written.
    /// `knowsItself` says that the body finds out whether it has already been done (by a request's
    /// key); it is then also run again when the outcome of a commit is in doubt.
    /// `knowsItself` finds out whether it was done before, and is run again where that is in doubt.
    @discardableResult
    public func write<T: Sendable>(
        in scope: Scope,
        knowsItself: Bool = false,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let scoped: @Sendable (Transaction) throws -> T = { tx in
            tx.enter(scope)
            return try body(tx)
        }
        return try await again(knowsItself: knowsItself) { try await driver.write(scoped) }
    }

    /// Retries conflicts: a write conflicts with other writes, a read only with migrations.
    private func again<T>(
        knowsItself: Bool = false,
        _ body: () async throws -> T
    ) async throws -> T {
        var tries = 1
        while true {
            do { return try await body() } catch let error as StoreError {
                guard tries < Self.triesMax, isWorthwhile(after: error, knowsItself) else {
                    throw error
                }
            }
            await driver.rest(before: tries)
            tries += 1
        }
    }

    private func isWorthwhile(after error: StoreError, _ knowsItself: Bool) -> Bool {
        switch error {
        case .conflict: true
        case .inDoubt: knowsItself && driver.canLookAgain
        default: false
        }
    }

    /// Runs SQL that defines tables, and then `body`, in one transaction.
    public func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await again { try await driver.define(script, then: body) }
    }

    /// Moves the horizon (``Transaction/horizon()``) towards the largest id in the table.
    ///
    /// - largest: The statement that reads that id.
    /// - sparing: By how much less to move while a write is under way.
    public func advanceHorizon(to largest: SQLText, sparing: Int64 = 0) async throws {
        try await driver.advanceHorizon(to: largest, sparing: sparing)
    }

    /// The differences between the schema of the store and that of the migrations done in it, as
    /// sentences; none where they are the same.
    public func differences(from plan: Plan) async throws -> [String] {
        try await driver.differences(from: plan)
    }

    /// Copies the store, in one snapshot, to a new file.
    ///
    /// Only SQLite can.
    public func backup(to file: String) async throws { try await driver.backup(to: file) }

    /// Facts about the database for `doctor` and `/metrics`: name and value.
    public func facts() async -> [(name: String, value: String)] { await driver.facts() }

    /// Finishes the jobs that wait, and closes all connections.
    public func close() async { await driver.close() }
}
