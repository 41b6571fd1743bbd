internal import Foundation
internal import PostgresStore
internal import Store
internal import Support
internal import Testing

/// What only the store for several servers has to keep.
@Suite struct PostgresStoreTests {
    @Test func `a change costs a round trip for each look and one to commit`() async throws {
        try await withPostgres { shelf, store in
            let one = try await trips(store) { try await shelf.put(1) }
            #expect(one == 1)
            let both = try await trips(store) {
                try await shelf.database.write { tx in
                    try tx.run("UPDATE thing SET count = count + 1 WHERE id = 1")
                    try tx.run("UPDATE thing SET name = 'a' WHERE id = 1")
                    let count = try tx.first("SELECT count FROM thing WHERE id = 1") {
                        $0.integer(0)
                    }
                    #expect(count == 1)
                    try tx.run("UPDATE thing SET name = 'b' WHERE id = 1")
                }
            }
            #expect(both == 2)
        }
    }

    @Test func `a look costs a round trip and its end none`() async throws {
        try await withPostgres { shelf, store in
            let looked = try await trips(store) { _ = try await shelf.ids() }
            #expect(looked == 1)
            let none = try await trips(store) {
                try await shelf.database.read { _ in }
                try await shelf.database.write { _ in }
            }
            #expect(none == 0)
        }
    }

    @Test func `what is asked ahead travels with what is asked next`() async throws {
        try await withPostgres { shelf, store in
            try await shelf.put(1, "one", count: 10)
            let trips = try await trips(store) {
                let (name, none, count) = try await shelf.database.write { tx in
                    let name = try tx.later("SELECT name FROM thing WHERE id = 1") { $0.text(0) }
                    let none = try tx.later("SELECT id FROM thing WHERE id = 2") { $0.integer(0) }
                    try tx.run("UPDATE thing SET name = 'two' WHERE id = 1")
                    let count = try tx.first("SELECT count FROM thing WHERE id = 1") {
                        $0.integer(0)
                    }
                    return (try name.value(), try none.value(), count)
                }
                #expect(name == "one")
                #expect(none == nil)
                #expect(count == 10)
            }
            #expect(trips == 2)
        }
    }

    @Test func `what is asked ahead and goes wrong undoes the change`() async throws {
        try await withPostgres { shelf, _ in
            await #expect(throws: StoreError.self) {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                    let wrong = try tx.later("SELECT 1 / count FROM thing") { $0.integer(0) }
                    _ = try? tx.first("SELECT id FROM thing") { $0.integer(0) }
                    _ = try? wrong.value()
                }
            }
            let ids = try await shelf.ids()
            #expect(ids == [])
        }
    }

    @Test func `a refusal costs no more than it looked`() async throws {
        try await withPostgres { shelf, store in
            let trips = try await trips(store) {
                await #expect(throws: No()) {
                    try await shelf.database.write { tx in
                        _ = try tx.first("SELECT id FROM thing") { $0.integer(0) }
                        try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                        throw No()
                    }
                }
            }
            #expect(trips == 1)
            let ids = try await shelf.ids()
            #expect(ids == [])
        }
    }

    @Test func `what fails on its way with others undoes them all`() async throws {
        try await withPostgres { shelf, _ in
            await #expect(throws: StoreError.self) {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (2, NULL, 0)")
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (3, '', 0)")
                }
            }
            let ids = try await shelf.ids()
            #expect(ids == [])
            // The same statements are known again afterwards.
            try await shelf.put(4)
            let more = try await shelf.ids()
            #expect(more == [4])
        }
    }

    @Test func `an error that is swallowed does not make the rest last`() async throws {
        try await withPostgres { shelf, _ in
            await #expect(throws: StoreError.self) {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                    _ = try? tx.change("INSERT INTO thing (id, name, count) VALUES (2, NULL, 0)")
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (3, '', 0)")
                }
            }
            let ids = try await shelf.ids()
            #expect(ids == [])
        }
    }

    @Test func `a null and then a number may stand in one place`() async throws {
        try await withPostgres { shelf, _ in
            for (id, count) in [(Int64(1), Int64?.none), (2, 5), (3, nil), (4, 6)] {
                try await shelf.database.write { tx in
                    try tx.run(
                        """
                        INSERT INTO thing (id, name, count)
                        VALUES ($1, 'x', COALESCE($2, 0))
                        """,
                        id,
                        count
                    )
                }
            }
            let counts = try await shelf.database.read { tx in
                try tx.all("SELECT count FROM thing ORDER BY id") { $0.integer(0) }
            }
            #expect(counts == [0, 5, 0, 6])
        }
    }

    @Test func `a statement is understood anew when a migration has changed its table`()
        async throws
    {
        var limits = PostgresStore.Limits()
        limits.connections = 1
        try await withPostgres(limits) { shelf, _ in
            try await shelf.put(1, "a")
            let names: @Sendable () async throws -> [String] = {
                try await shelf.database.read { tx in
                    try tx.all("SELECT name FROM thing") { $0.text(0) }
                }
            }
            #expect(try await names() == ["a"])
            try await shelf.database.define(
                Script("ALTER TABLE thing ALTER COLUMN name TYPE VARCHAR(9);")
            ) { _ in }
            #expect(try await names() == ["a"])
            try await shelf.put(2, "b")
            #expect(try await names() == ["a", "b"])
        }
    }

    @Test func `a column that SQLite would not know is a fault that names the statement`()
        async throws
    {
        await #expect {
            try await withPostgres { shelf, _ in
                try await shelf.database.read { tx in
                    try tx.first("SELECT SUM(count) FROM thing") { $0.integer(0) }
                }
            }
        } throws: { error in
            guard case StoreError.failed(let words) = error else { return false }
            return words.contains("SELECT SUM(count) FROM thing")
        }
    }

    @Test func `a statement that takes too long is broken off, and nothing is done`() async throws {
        var limits = PostgresStore.Limits()
        limits.statement = 100
        limits.connections = 1
        try await withPostgres(limits) { shelf, _ in
            await #expect {
                try await shelf.database.write { tx in
                    try tx.run("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                    _ = try tx.first("SELECT pg_sleep(20)") { _ in true }
                }
            } throws: { if case StoreError.unavailable = $0 { true } else { false } }
            let ids = try await shelf.ids()
            #expect(ids == [])
        }
    }

    @Test func `nobody waits long for what another change holds`() async throws {
        var limits = PostgresStore.Limits()
        limits.lock = 100
        try await withPostgres(limits) { shelf, _ in
            try await shelf.put(1)
            let gate = Gate()
            async let slow: Void = shelf.database.write { tx in
                _ = try tx.change("UPDATE thing SET count = 1 WHERE id = 1")
                gate.pass()
            }
            await gate.awaitArrival()
            await #expect {
                try await shelf.database.write { tx in
                    try tx.run("UPDATE thing SET count = 2 WHERE id = 1")
                }
            } throws: { if case StoreError.unavailable = $0 { true } else { false } }
            gate.open()
            try await slow
        }
    }

    @Test func `two that wait for each other both end well`() async throws {
        try await withPostgres { shelf, _ in
            try await shelf.put(1)
            try await shelf.put(2)
            let meeting = [Gate(), Gate()]
            await withTaskGroup(of: Void.self) { group in
                for (one, other) in [(0, 1), (1, 0)] {
                    let tries = Count()
                    group.addTask {
                        _ = try? await shelf.database.write { tx in
                            try Self.raise(Int64(one + 1), tx)
                            if tries.next() == 1 { meeting[one].pass() }
                            try Self.raise(Int64(other + 1), tx)
                        }
                    }
                }
                for gate in meeting { await gate.awaitArrival() }
                for gate in meeting { gate.open() }
            }
            let counts = try await shelf.database.read { tx in
                try tx.all("SELECT count FROM thing ORDER BY id") { $0.integer(0) }
            }
            #expect(counts == [2, 2])
        }
    }

    private static func raise(_ id: Int64, _ tx: Transaction) throws {
        _ = try tx.change("UPDATE thing SET count = count + 1 WHERE id = $1", id)
    }

    @Test func `of two equal things made at once the second finds the first`() async throws {
        try await withPostgres { shelf, _ in
            let (gate, tries) = (Gate(), Count())
            async let first: Void = shelf.database.write { tx in
                _ = try tx.change("INSERT INTO thing (id, name, count) VALUES (1, 'first', 0)")
                gate.pass()
            }
            await gate.awaitArrival()
            async let second = shelf.database.write { tx -> String? in
                let found = try tx.first("SELECT name FROM thing WHERE id = 1") { $0.text(0) }
                if let found { return found }
                if tries.next() == 1 { gate.open() }
                try tx.run("INSERT INTO thing (id, name, count) VALUES (1, 'second', 0)")
                return nil
            }
            try await first
            #expect(try await second == "first")
        }
    }

    @Test func `of two with one name the second begins when the first is done`() async throws {
        try await withPostgres { shelf, _ in
            let gate = Gate()
            async let first: Void = shelf.database.write { tx in
                try tx.alone(on: 77)
                _ = try tx.change("INSERT INTO thing (id, name, count) VALUES (1, '', 0)")
                gate.pass()
            }
            await gate.awaitArrival()
            async let second = shelf.database.write { tx in
                try tx.alone(on: 77)
                return try tx.all("SELECT id FROM thing") { $0.integer(0) }
            }
            let other = try await shelf.database.write { tx in
                try tx.alone(on: 78)
                return try tx.all("SELECT id FROM thing") { $0.integer(0) }
            }
            #expect(other == [])
            gate.open()
            try await first
            #expect(try await second == [1])
        }
    }

    @Test func `what the store says of itself can be asked on a bad day`()
        async throws
    {
        try await withPostgres { shelf, store in
            let before = store.trips
            let facts = await shelf.database.facts()
            #expect(store.trips == before)
            let names = Set(facts.map(\.name))
            #expect(names.isSuperset(of: ["store", "database", "fsync", "jobs-waiting"]))
            #expect(facts.first { $0.name == "database" }?.value.hasPrefix("PostgreSQL 1") == true)
        }
    }

    /// How many round trips something costs, once its statements are known.
    private func trips(_ store: PostgresStore, _ body: () async throws -> Void) async throws -> Int
    {
        // Not counting what it costs to open a connection.
        try await Database(store).read { try $0.run("SELECT 1") }
        let before = store.trips
        try await body()
        return store.trips - before
    }
}
