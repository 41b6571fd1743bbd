internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// The numbers that keep the ids of several servers apart.
@Suite struct NodeTests {
    private static let start = TestClock.start
    private static let dice = Dice { UInt64.random(in: .min ... .max) }

    private static func take(
        _ database: Database,
        at now: Instant = start
    ) async throws -> NodeLease {
        try await NodeLease.take(on: database, now: now, dice: dice)
    }

    @Test(arguments: Backend.available)
    func `servers that start at once have different numbers`(on backend: Backend) async throws {
        try await withDatabase(on: backend) { database in
            let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await Self.take(database).number } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(numbers.count == 20)
            #expect(numbers.allSatisfy { (0..<1_024).contains($0) })
        }
    }

    @Test(arguments: Backend.available)
    func `who starts never waits, also when every number was taken by somebody`(
        on backend: Backend
    ) async throws {
        try await withDatabase(on: backend) { database in
            try await database.write { tx in
                for number in Int64(0)..<1_024 {
                    try tx.run(
                        "INSERT INTO node (number, holder, until) VALUES ($1, $2, $3)",
                        number,
                        number + 1,
                        Self.start + .seconds(number == 700 ? 10 : 3_600)
                    )
                }
            }
            let oldest = try await Self.take(database)
            #expect(oldest.number == 700)
            // The next finds another one, for 700 is now the youngest.
            let next = try await Self.take(database)
            #expect(next.number != 700)
        }
    }

    @Test(arguments: Backend.available)
    func `a number that somebody else took cannot be renewed`(on backend: Backend) async throws {
        try await withDatabase(on: backend) { database in
            let lease = try await Self.take(database)
            let later = Self.start + .seconds(1_800)
            #expect(try await lease.renew(on: database, now: later))
            try await database.write { try $0.run("UPDATE node SET holder = 1") }
            #expect(try await lease.renew(on: database, now: later) == false)
        }
    }
}
