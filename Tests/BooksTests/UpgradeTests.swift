internal import Ledger
internal import Store
internal import Support
internal import Synchronization
internal import Testing
internal import Timebank

/// One program serves on while the next one changes the store.
@Suite struct UpgradeTests {
    /// A step of the next version that this one can live with.
    static let later = Migration(
        900,
        "later",
        oldestProgram: 1,
        Script(
            """
            CREATE TABLE later (network {id} NOT NULL, at {int} NOT NULL){table};
            ALTER TABLE member ADD COLUMN pronouns {text};
            ALTER TABLE account ADD COLUMN opened_at {int};
            CREATE INDEX transfer_journal ON transfer (journal);

            """
        )
    )

    @Test(arguments: Backend.available)
    func `an older program goes on while a newer one migrates the store`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for _ in 0..<4 { try await town.earn(600, town.ada) }
            let work = Work()
            async let worked: Void = work.goOn { try await Self.useOnce(town) }
            try await work.wait(for: 3)
            try await Self.migrate(town.database, with: Self.later, on: backend)
            try await work.wait(for: 5)
            work.end()
            try await worked
            // One that starts now can use it too.
            try await Schema.migrator.requireCurrent(town.database)
            #expect(try await Schema.migrator.migrate(town.database).isEmpty)
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `an older program refuses a store that has moved past it`(
        on backend: Backend
    ) async throws {
        try await withDatabase(on: backend) { database in
            let past = Migration(901, "past", oldestProgram: 901, Script(""))
            try await Self.migrate(database, with: past, on: backend)
            for changes in [false, true] {
                do {
                    if changes { try await Schema.migrator.migrate(database) }
                    try await Schema.migrator.requireCurrent(database)
                    Issue.record("it was used")
                } catch StoreError.newer(let migration) {
                    #expect(migration == 901)
                }
            }
        }
    }

    /// A gift there and back, a visit to the cinema that is taken back, and a look at it all.
    private static func useOnce(_ town: Town) async throws {
        try await town.give(5, from: town.ada, to: town.bo, as: .ada)
        try await town.give(5, from: town.bo, to: town.ada, as: .bo)
        let receipt = try await town.redeem(1, town.ada)
        try await town.perform(UndoRedemption(redemption: receipt.redemption.id), as: .till)
        let page = StatementQuery(account: .id(town.ada.wallet.id), span: Span(limit: 10))
        #expect(try await !town.ask(page, as: .ada).items.isEmpty)
    }

    /// Does what a newer program does when it comes to the store.
    static func migrate(
        _ database: Database,
        with step: Migration,
        on backend: Backend
    ) async throws {
        let newer = Scheme(Scheme.standard.parts, steps: Schema.steps + [step])
        try await newer.migrate(database, on: backend)
    }
}

/// Something that is done again and again, until it fails or is to end.
private final class Work: Sendable {
    private let isOver = Atomic(false)
    private let count = Atomic(0)

    func goOn(_ body: () async throws -> Void) async throws {
        defer { end() }
        while !isOver.load(ordering: .relaxed), !Task.isCancelled {
            try await body()
            count.add(1, ordering: .relaxed)
        }
    }

    func end() { isOver.store(true, ordering: .relaxed) }

    /// Waits until it was done so often from now on, or is over.
    func wait(for more: Int) async throws {
        let enough = count.load(ordering: .relaxed) + more
        while count.load(ordering: .relaxed) < enough, !isOver.load(ordering: .relaxed) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
