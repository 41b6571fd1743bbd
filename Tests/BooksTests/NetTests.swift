internal import Store
internal import Support
internal import Testing
internal import Timebank

/// On PostgreSQL a transaction sees and makes rows of the network that it is about, and no other's.
///
/// Each is tried on every table there is, with a row of network 1 and one of network 2 in each.
@Suite struct NetTests {
    /// Tables with a network in them that are not held to it, and why.
    static let open = [
        "policy": "rules are read with the network, before it is known which one",
        "code": "a code is looked up by whoever does not know of a network yet",
    ]

    @Test func `every table with a network is held to it, or stands on the list`() async throws {
        try await withDatabase(on: .postgres) { database in
            let tables = try await Self.tables(of: database)
            #expect(tables.count > 20)
            for table in tables {
                let isOpen = Self.open[table.name] != nil
                #expect(table.isProtected != isOpen, "\(table.name)")
            }
        }
    }

    @Test func `who says no network is told so, in every table`() async throws {
        try await withRows { database, tables in
            for table in tables {
                await #expect(throws: StoreError.self, "\(table)") {
                    _ = try await Self.count(table, in: .none, database)
                }
            }
            // The same where a connection was about a network before.
            for table in tables {
                _ = try await Self.count(table, in: .only(1), database)
                await #expect(throws: StoreError.self, "\(table)") {
                    _ = try await Self.count(table, in: .none, database)
                }
            }
        }
    }

    @Test func `who is about one network sees and makes no row of another, in any table`()
        async throws
    {
        try await withRows { database, tables in
            for table in tables {
                for network in [Int64(1), 2] {
                    let seen = try await Self.count(table, in: .only(network), database)
                    #expect(seen == network, "\(table)")
                }
                let none = try await Self.count(table, in: .only(3), database)
                #expect(none == 0, "\(table)")
                await Self.expectHeld("\(table)") {
                    try await Self.make(table, of: 3, in: .only(1), database)
                }
                try await Self.make(table, of: 3, in: .only(3), database)
                let all = try await Self.count(table, in: .whole, database)
                #expect(all == Int64(6), "\(table)")
            }
        }
    }

    @Test func `what one transaction is about the next one is not`() async throws {
        try await withRows { database, _ in
            let count: @Sendable (Transaction) throws -> Int64? = { tx in
                try tx.first("SELECT CAST(SUM(network) AS BIGINT) FROM member") { $0.integer(0) }
            }
            for _ in 0..<3 {
                #expect(try await database.read(in: .only(1), count) == 1)
                #expect(try await database.read(in: .whole, count) == 3)
                await #expect(throws: StoreError.self) {
                    _ = try await database.read(in: .none, count)
                }
                // What a refused change said is forgotten with it.
                await #expect(throws: No.self) {
                    try await database.write(in: .whole) { tx in
                        _ = try count(tx)
                        throw No()
                    }
                }
                #expect(try await database.write(in: .only(2), count) == 2)
                let beyond = try await database.read(in: .only(2)) { tx in
                    [try count(tx), try tx.beyond { try count(tx) }, try count(tx)]
                }
                #expect(beyond == [2, 3, 2])
            }
        }
    }

    private struct No: Error {}
}

extension NetTests {
    private struct Table {
        let name: String
        let isProtected: Bool
    }

    /// The tables that have a network.
    private static func tables(of database: Database) async throws -> [Table] {
        try await database.read(in: .none) { tx in
            try tx.all(
                """
                SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
                    SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid
                        AND p.polname = 'one_network' AND p.polroles = ARRAY[0::oid])
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                    AND a.attname = 'network' AND NOT a.attisdropped
                ORDER BY c.relname
                """
            ) { Table(name: $0.text(0), isProtected: $0.flag(1)) }
        }
    }

    /// Runs a test with a row of network 1 and one of network 2 in each protected table, and
    /// nothing but policies to guard them.
    private func withRows(
        _ body: (Database, [String]) async throws -> Void
    ) async throws {
        try await withDatabase(on: .postgres) { database in
            try await damage(database, Self.tools)
            let tables = try await Self.tables(of: database).filter(\.isProtected).map(\.name)
            for table in tables {
                for network in [Int64(1), 2] {
                    try await Self.make(table, of: network, in: .whole, database)
                }
            }
            try await body(database, tables)
        }
    }

    /// The sum of the networks' numbers over all rows that are seen.
    private static func count(
        _ table: String,
        in scope: Scope,
        _ database: Database
    ) async throws -> Int64? {
        try await database.read(in: scope) { tx in
            try tx.first("SELECT networks_of($1)", table) { $0.integer(0) }
        }
    }

    private static func make(
        _ table: String,
        of network: Int64,
        in scope: Scope,
        _ database: Database
    ) async throws {
        try await database.write(in: scope) { tx in
            try tx.run("SELECT make_row($1, $2)", table, network)
        }
    }

    /// Expects that a policy refuses something, and nothing else does.
    private static func expectHeld(
        _ what: Comment,
        _ body: () async throws -> Void
    ) async {
        do {
            try await body()
            Issue.record("a row of another network was made: \(what)")
        } catch StoreError.notAllowed(let words) {
            #expect(words.contains("row-level security"), what)
        } catch {
            Issue.record("\(what): \(error)")
        }
    }

    /// Functions that look at a table and fill it, with the rights of whoever calls them.
    private static let tools = """
        CREATE FUNCTION networks_of(place text) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE found bigint;
        BEGIN
            EXECUTE format('SELECT CAST(COALESCE(SUM(network), 0) AS BIGINT) FROM %I', place)
                INTO found;
            RETURN found;
        END $$;
        CREATE FUNCTION make_row(place text, number bigint) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE words text;
        BEGIN
            SELECT string_agg(CASE atttypid WHEN 'bytea'::regtype
                    THEN format('decode(%L, ''hex'')', lpad(number::text, 2, '0'))
                    ELSE quote_literal(number) END, ', ' ORDER BY attnum)
                INTO words FROM pg_attribute
                WHERE attrelid = place::regclass AND attnum > 0 AND NOT attisdropped;
            EXECUTE format('INSERT INTO %I VALUES (%s)', place, words);
        END $$;

        """
}
