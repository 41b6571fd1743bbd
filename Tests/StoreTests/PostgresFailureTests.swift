internal import Foundation
internal import PostgresStore
internal import Store
internal import Support
internal import Testing

/// What becomes of a change when its connection, or the database, goes away.
@Suite struct PostgresFailureTests {
    @Test func `connections that are gone are opened again, and nobody notices`() async throws {
        try await withPostgres { shelf, _ in
            for id in Int64(1)...4 { try await shelf.put(id) }
            try await cut(shelf)
            for id in Int64(5)...8 { try await shelf.put(id) }
            #expect(try await shelf.ids() == Array(1...8))
        }
    }

    @Test func `a change whose connection goes before it commits is done once`() async throws {
        try await withPostgres { shelf, _ in
            let (gate, tries) = (Gate(), Count())
            async let change: Void = shelf.database.write { tx in
                _ = try tx.change("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                if tries.next() == 1 { gate.pass() }
                _ = try tx.change("UPDATE thing SET count = count + 1 WHERE id = 1")
            }
            await gate.awaitArrival()
            try await cut(shelf)
            gate.open()
            try await change
            let count = try await shelf.database.read { tx in
                try tx.first("SELECT count FROM thing WHERE id = 1") { $0.integer(0) }
            }
            #expect(count == 1)
            #expect(tries.next() == 3)
        }
    }

    @Test func `a change whose connection goes while it commits is in doubt`() async throws {
        try await withPostgres { shelf, _ in
            try await slowCommit(shelf)
            async let change: Void = shelf.put(1)
            try await awaitCommit(shelf)
            try await cut(shelf)
            do {
                try await change
                Issue.record("it was answered as done")
            } catch StoreError.inDoubt {
            }
        }
    }

    @Test func `one that knows itself is run again where it is in doubt`() async throws {
        try await withPostgres { shelf, _ in
            try await slowCommit(shelf)
            let tries = Count()
            async let change = shelf.database.write(knowsItself: true) { tx -> Bool in
                if tries.next() > 1 { return true }
                try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                return false
            }
            try await awaitCommit(shelf)
            try await cut(shelf)
            #expect(try await change)
        }
    }

    @Test func `a database that only reads is not written, and says so`() async throws {
        try await withPostgres { shelf, _ in
            let address =
                shelf.path
                + "&target_session_attrs=any&options=-c%20default_transaction_read_only%3Don"
            let standby = Database(try await PostgresStore.open(address) { 0.5 })
            let beside = Shelf(database: standby, path: address)
            #expect(try await beside.ids() == [])
            await #expect {
                try await beside.put(1)
            } throws: { "\($0)".contains("only reads now") }
            await standby.close()
        }
    }

    @Test(arguments: [
        "postgres://plain:geheim@localhost:1/nowhere", "postgres://plain:geheim@[nowhere/",
        "postgres://plain:geheim@/nowhere?host=/nowhere", "postgres://plain:geheim@/x?y=z",
    ])
    func `whoever cannot be reached is said, and the password is not`(address: String) async throws
    {
        await #expect {
            _ = try await PostgresStore.open(address) { 0.5 }
        } throws: { error in !"\(error)".contains("geheim") }
        #expect(!PostgresStore.shown(address).contains("geheim"))
    }

    @Test func `a database that is not there is said at once`() async throws {
        let address = try await Cluster.here.address
        let wrong = address.replacing("?", with: "_that_is_not_there?")
        await #expect {
            _ = try await PostgresStore.open(wrong) { 0.5 }
        } throws: { error in
            guard case StoreError.unreachable(let words) = error else { return false }
            return words.contains("does not exist")
        }
    }

    @Test func `a role that may not migrate is told who has to`() async throws {
        try await withPostgres { shelf, _ in
            try await migrate(shelf.database, upTo: 1)
            try await shelf.database.define(
                Script(
                    "REVOKE CREATE ON SCHEMA public FROM pg_database_owner, PUBLIC, CURRENT_USER;"
                )
            ) { _ in }
            // What is done already it need not be allowed to do.
            try await migrate(shelf.database, upTo: 1)
            await #expect {
                try await migrate(shelf.database, upTo: 2)
            } throws: { if case StoreError.needsMigration(2) = $0 { true } else { false } }
        }
    }

    private func migrate(_ database: Database, upTo last: Int64) async throws {
        let steps = (1...last).map { number in
            Migration(
                number,
                "step \(number)",
                oldestProgram: 1,
                Script("CREATE TABLE t\(number) (id {id} PRIMARY KEY){table};")
            )
        }
        try await Migrator(steps) { $0.common }.migrate(database)
    }

    @Test(arguments: [
        ("53100", "unavailable"), ("53300", "unavailable"), ("57P01", "unavailable"),
        ("25006", "unavailable"), ("55P03", "unavailable"), ("58030", "unavailable"),
        ("40001", "conflict"), ("40P01", "conflict"), ("23514", "constraint"),
        ("23505", "constraint"), ("22003", "constraint"), ("42501", "notAllowed"),
        ("XX001", "failed"), ("42P01", "failed"),
    ])
    func `whatever the database says no with, nothing is done and it goes on`(
        state: String,
        means: String
    ) async throws {
        try await withPostgres { shelf, _ in
            try await shelf.database.define(
                Script(
                    """
                    CREATE FUNCTION fail(state TEXT) RETURNS BIGINT LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = state; END $$;
                    """
                )
            ) { _ in }
            await #expect {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                    _ = try tx.first("SELECT fail($1)", state) { $0.integer(0) }
                }
            } throws: { "\($0)".hasPrefix(means) }
            try await shelf.put(2)
            let ids = try await shelf.ids()
            #expect(ids == [2])
        }
    }

    @Test func `another program's database is refused`() async throws {
        try await withPostgres { shelf, store in
            await #expect(throws: StoreError.self) { try await store.refuseForeign() }
            try await shelf.database.define(Script("CREATE TABLE migration (n {id});")) { _ in }
            try await store.refuseForeign()
        }
    }

    @Test func `a long read of a million rows does not fill the memory`() async throws {
        try await withPostgres { shelf, _ in
            let before = try Self.resident()
            let (rows, most) = try await shelf.database.report { tx in
                var (rows, most) = (0, 0)
                try tx.each(
                    """
                    SELECT CAST(n AS BIGINT), repeat('x', 200)
                    FROM generate_series(1, 1000000) AS numbers (n)
                    """
                ) { row in
                    rows += row.text(1).utf8.count / 200
                    if row.integer(0) % 100_000 == 0 {
                        most = max(most, try Self.resident())
                        let again = try tx.first("SELECT CAST($1 AS BIGINT)", row.integer(0)) {
                            $0.integer(0)
                        }
                        #expect(again == row.integer(0))
                    }
                    return true
                }
                return (rows, most)
            }
            #expect(rows == 1_000_000)
            // All of it would be more than 250 MB; other tests run beside this one.
            #expect(most - before < 120_000_000, "\(before) became \(most)")
        }
    }

    /// How many bytes of memory this process has.
    private static func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return (Int(text.split(separator: " ")[1]) ?? 0) * 4_096
    }

    /// Makes each commit that adds a thing take a second.
    private func slowCommit(_ shelf: Shelf) async throws {
        try await shelf.database.define(
            Script(
                """
                CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON thing
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slowly();
                """
            )
        ) { _ in }
    }

    /// Waits until somebody who uses this shelf commits slowly.
    private func awaitCommit(_ shelf: Shelf) async throws {
        for _ in 0..<500 {
            let isThere = try await shelf.database.read { tx in
                try tx.first(
                    """
                    SELECT COUNT(*) FROM pg_stat_activity AS a JOIN pg_locks AS l ON l.pid = a.pid
                    WHERE a.wait_event = 'PgSleep' AND l.relation = 'thing'::regclass
                    """
                ) { $0.integer(0) }
            }
            if isThere ?? 0 > 0 { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("nobody commits")
    }
}
