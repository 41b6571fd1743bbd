internal import PostgresStore
internal import Store
internal import Support
internal import Testing

/// What a connection is told of whose rows it is to show.
@Suite struct ScopeTests {
    @Test func `a connection that shows one network already is told nothing more`() async throws {
        var limits = PostgresStore.Limits()
        limits.connections = 1
        try await withPostgres(limits) { shelf, store in
            for id in Int64(1)...5 {
                try await shelf.database.write(in: .only(7)) { tx in
                    try tx.run(
                        "INSERT INTO thing (id, name, count) VALUES ($1, 'a', 0)",
                        id
                    )
                }
                let shown = try await shelf.database.read(in: .only(7), Self.shown)
                #expect(shown == "7")
            }
            #expect(try await Self.told(shelf.database) == 1)
            // Whoever says the same again within a transaction adds nothing either.
            let before = store.trips
            try await shelf.database.read(in: .only(7)) { tx in
                tx.enter(.only(7))
                _ = try Self.shown(tx)
            }
            #expect(store.trips == before + 1)
            #expect(try await Self.told(shelf.database) == 1)
        }
    }

    @Test func `what was told is told again where it was undone`() async throws {
        var limits = PostgresStore.Limits()
        limits.connections = 1
        try await withPostgres(limits) { shelf, _ in
            for scope in [Scope.only(8), .only(9), .none, .only(9), .whole, .only(8)] {
                await #expect(throws: No.self) {
                    try await shelf.database.write(in: scope) { tx in
                        _ = try Self.shown(tx)
                        throw No()
                    }
                }
                await #expect(throws: StoreError.self) {
                    try await shelf.database.write(in: scope) { tx in
                        try tx.run("INSERT INTO nowhere (id) VALUES (1)")
                    }
                }
                for other in [Scope.only(7), scope] {
                    let shown = try await shelf.database.read(in: other, Self.shown)
                    #expect(shown == Self.words(other))
                }
            }
        }
    }

    private static func words(_ scope: Scope) -> String {
        switch scope {
        case .none: ""
        case .only(let id): "\(id)"
        case .whole: "0"
        }
    }

    @Sendable private static func shown(_ tx: Transaction) throws -> String {
        try tx.first("SELECT COALESCE(current_setting('commonhour.network', TRUE), '')") {
            $0.text(0)
        } ?? ""
    }

    /// How often the connection was told to show one network.
    private static func told(_ database: Database) async throws -> Int64? {
        try await database.read(in: .only(7)) { tx in
            try tx.first(
                """
                SELECT COALESCE(CAST(SUM(generic_plans + custom_plans) AS BIGINT), 0)
                FROM pg_prepared_statements WHERE statement LIKE '%set_config%$1%'
                    AND statement NOT LIKE '%pg_prepared_statements%'
                """
            ) { $0.integer(0) }
        }
    }
}
