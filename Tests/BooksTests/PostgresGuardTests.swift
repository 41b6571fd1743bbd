internal import Ledger
internal import PostgresStore
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What is recorded is never changed or deleted: a PostgreSQL database itself refuses it too.
@Suite struct PostgresGuardTests {
    /// Each way to change what is recorded; a trigger stands before the statement, rows or none.
    static let acts: [SQLText] = [
        "UPDATE transfer SET minutes = minutes + 1", "DELETE FROM transfer", "TRUNCATE transfer",
        """
        INSERT INTO transfer SELECT * FROM transfer ORDER BY id LIMIT 1
        ON CONFLICT (id) DO UPDATE SET minutes = 1
        """,
        "UPDATE journal SET at = 0", "DELETE FROM journal", "TRUNCATE journal",
        "UPDATE seal SET at = 0", "DELETE FROM seal", "TRUNCATE seal",
        "UPDATE journal_seal SET at = 0", "DELETE FROM journal_seal", "TRUNCATE journal_seal",
        "UPDATE reversal SET network = 0", "DELETE FROM reversal", "TRUNCATE reversal",
        "UPDATE reference SET transfer = 0", "DELETE FROM reference", "TRUNCATE reference",
        "UPDATE account SET balance = floor - 1", "UPDATE account SET held = -1",
        "UPDATE account SET held = balance + 1 - floor",
    ]

    @Test func `the database refuses each change of what is recorded`() async throws {
        let key = try #require(Busy.key)
        try await withTown(on: .postgres) { town in
            try await town.earn(60, town.ada)
            _ = try await Sealing(town.bank, key: key).run()
            try await Cluster.here.withOwner(of: town.database) { owner in
                for act in Self.acts {
                    do {
                        try await Database(owner).write { _ = try $0.change(act) }
                        Issue.record("it was done: \(act)")
                    } catch StoreError.constraint {}
                }
            }
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test func `the tests themselves are run by roles that may not do everything`() async throws {
        try await withDatabase(on: .postgres) { database in
            let mayAll: @Sendable (Transaction) throws -> Bool? = { tx in
                try tx.first(
                    """
                    SELECT CASE WHEN rolsuper OR rolbypassrls OR rolreplication THEN 1 ELSE 0 END
                    FROM pg_roles WHERE rolname = session_user
                    """
                ) { $0.flag(0) }
            }
            #expect(try await database.read(mayAll) == false)
            let owner = try await Cluster.here.withOwner(of: database) { owner in
                try await Database(owner).read(mayAll)
            }
            #expect(owner == false)
            #expect(try await Cluster.here.server(of: database).ownsTables == false)
        }
    }
}
