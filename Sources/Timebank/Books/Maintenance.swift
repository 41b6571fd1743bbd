internal import Ledger
internal import Store

/// Maintenance of the books, in small batches, so that requests do not wait for it.
///
/// Each job finds its work in a read transaction and does it with an operation. It can run at any
/// time, on any number of servers at once.
package struct Maintenance: Sendable {
    private let bank: Bank
    /// A roll-up is advanced once more than this number of transfers come after it.
    private let few: Int

    private static let stepMost = 100
    private static let stepsMost = 1_000

    /// Creates the maintenance of a bank's books.
    package init(_ bank: Bank, few: Int = 500) {
        self.bank = bank
        self.few = few
    }

    /// Advances roll-ups of uncounted accounts to the horizon.
    package func rollUp() async throws {
        let few = few
        try await bank.database.advanceHorizon()
        for _ in 0..<Self.stepsMost {
            let steps = try await bank.database.report(in: .whole) {
                try $0.rollUpSteps(few: few, most: Self.stepMost)
            }
            if steps.isEmpty { return }
            _ = try await bank.perform(RollUp(steps: steps), as: .console)
        }
    }

    /// Adds the marks of rows that an older version wrote without marks.
    package func mark() async throws { try await Marking(bank).run() }

    /// Releases expired holds.
    package func releaseHolds() async throws {
        let now = bank.clock()
        for _ in 0..<Self.stepsMost {
            let accounts = try await bank.database.read(in: .whole) {
                try $0.accountsWithExpiredHolds(now: now, most: Self.stepMost)
            }
            if accounts.isEmpty { return }
            _ = try await bank.perform(ReleaseHolds(accounts: accounts), as: .console)
        }
    }

    /// Deletes idempotency keys and other rows that have expired.
    ///
    /// The other rows are those of tables with a ``Forgetting``, such as sign-ins.
    package func forget() async throws {
        let now = bank.clock()
        for _ in 0..<Self.stepsMost {
            let requests = try await bank.database.report(in: .whole) {
                try $0.oldRequests(now: now, most: Self.stepMost)
            }
            if requests.isEmpty { break }
            _ = try await bank.perform(ForgetRequests(requests: requests), as: .console)
        }
        let tables = bank.scheme.tables
        try await bank.database.write(in: .whole) { try $0.forget(in: tables, now: now) }
    }
}
