/// A store, whichever database it is in.
public struct Database: Sendable {
    private let driver: any Driver

    /// How often a change is tried again that got in another one's way.
    public static let triesMax = 5

    /// A store behind a driver.
    public init(_ driver: any Driver) { self.driver = driver }

    /// Answers a question from one snapshot, which has everything acknowledged before the call.
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

    /// Answers a question that reads much, from one snapshot, beside everything else.
    public func report<T: Sendable>(
        in scope: Scope,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await driver.report { tx in
            tx.enter(scope)
            return try body(tx)
        }
    }

    /// Runs `body` as one all-or-nothing change, on disk before this returns or throws.
    ///
    /// When two changes got in each other's way `body` is run again, up to five times in all. So it
    /// must do nothing but use its transaction: no mail sent, no file written. One that
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

    /// Does something again that met others: a change meets changes, and a look meets who changes
    /// the tables themselves.
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

    /// Runs text that defines tables, and `body` with it.
    public func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await again { try await driver.define(script, then: body) }
    }

    /// Moves the horizon towards the largest id that can be seen, which `largest` asks for, while
    /// somebody writes less far by `sparing`.
    public func advanceHorizon(to largest: SQLText, sparing: Int64 = 0) async throws {
        try await driver.advanceHorizon(to: largest, sparing: sparing)
    }

    /// Sentences that say what the store is made of besides, or instead of, what it should be;
    /// none where it is as the steps of a plan that are done make it.
    public func differences(from plan: Plan) async throws -> [String] {
        try await driver.differences(from: plan)
    }

    /// Writes a copy of one snapshot to a new file.
    public func backup(to file: String) async throws { try await driver.backup(to: file) }

    /// What the driver can say about itself: name and value.
    public func facts() async -> [(name: String, value: String)] { await driver.facts() }

    /// Finishes what is queued, then lets the store go.
    public func close() async { await driver.close() }
}
