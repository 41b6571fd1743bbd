internal import Ledger
internal import Store

/// What is done for the books beside the writing path, in small steps, so that no change waits.
///
/// Each part looks with a read and changes with an operation, and can be run at any time, by any
/// number of servers.
package struct Tending: Sendable {
    private let bank: Bank
    /// A roll-up is left alone while no more transfers than this stand after it.
    private let few: Int

    private static let stepMost = 100
    private static let stepsMost = 1_000

    /// The tending of a bank's books.
    package init(_ bank: Bank, few: Int = 500) {
        self.bank = bank
        self.few = few
    }

    /// Brings roll-ups of uncounted accounts up to what was recorded.
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

    /// Gives marks to rows of a store from before there were any.
    package func mark() async throws { try await Marking(bank).run() }

    /// Lets go of holds that have run out.
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

    /// Forgets requests' keys, sign-ins and attempts that have run out, and servers that are gone.
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
