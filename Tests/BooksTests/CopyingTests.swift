internal import Dispatch
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// A whole installation carried from one store to another.
@Suite struct CopyingTests {
    @Test(arguments: Backend.available, Backend.available)
    func `a copy holds what the original holds, to the last seal`(
        from source: Backend,
        to target: Backend
    ) async throws {
        try await withTown(on: source) { town in
            try await town.liveThrough()
            let before = try await Verify().run(on: town.database)
            try await withDatabase(on: target) { copy in
                let read = try await Copying().run(from: town.database, to: copy)
                #expect(read.rows > 100)
                let after = try await Verify().run(on: copy)
                #expect(before.holds && after.holds)
                #expect(after.networks == before.networks)
                #expect(after.networks.contains { $0.seal != nil })
                let written = try await StoreDigest.take(of: copy)
                #expect(written.differences(from: read) == [])
                #expect(written == read)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `nothing is copied to a store in which somebody lives`(
        on backend: Backend
    ) async throws {
        try await withTown(on: .sqlite) { town in
            try await withTown(on: backend) { other in
                let before = try await StoreDigest.take(of: other.database)
                await #expect(throws: Copying.Impossible.self) {
                    try await Copying().run(from: town.database, to: other.database)
                }
                let after = try await StoreDigest.take(of: other.database)
                #expect(after == before)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a copy that is broken off leaves nothing, and can be made again`(
        on backend: Backend
    ) async throws {
        try await withTown(on: .sqlite) { town in
            try await withDatabase(on: backend) { copy in
                let away = Script("ALTER TABLE offer RENAME TO elsewhere;")
                try await define(away, in: copy, on: backend)
                await #expect(throws: StoreError.self) {
                    try await Copying().run(from: town.database, to: copy)
                }
                let back = Script("ALTER TABLE elsewhere RENAME TO offer;")
                try await define(back, in: copy, on: backend)
                let nothing = try await StoreDigest.take(of: copy)
                #expect(nothing.rows == 0)
                let read = try await Copying().run(from: town.database, to: copy)
                let written = try await StoreDigest.take(of: copy)
                #expect(written == read)
            }
        }
    }

    /// A driver runs again what lost its connection; a copy cannot, for half of it is used up.
    @Test func `a copy whose connection is lost leaves nothing, and can be made again`()
        async throws
    {
        try await withTown(on: .sqlite) { town in
            try await town.liveThrough()
            try await withDatabase(on: .postgres) { copy in
                await #expect(throws: StoreError.self) {
                    try await Copying { table, _ in
                        // The last one: all rows are on their way by then, and some not written.
                        if table == "redemption" { Self.cut(copy) }
                    }
                    .run(from: town.database, to: copy)
                }
                let nothing = try await StoreDigest.take(of: copy)
                #expect(nothing.rows == 0)
                let read = try await Copying().run(from: town.database, to: copy)
                let written = try await StoreDigest.take(of: copy)
                #expect(written == read)
            }
        }
    }

    /// Ends every other connection to a database, and waits until that is done.
    private static func cut(_ database: Database) {
        let done = DispatchSemaphore(value: 0)
        Task {
            // Under the role that the others were opened as.
            _ = try? await database.report(in: .none) { tx in
                try tx.all(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                        AND backend_type = 'client backend'
                    """
                ) { $0.flag(0) }
            }
            done.signal()
        }
        done.wait()
    }

    @Test func `every table and every column of a store is copied`() async throws {
        try await withDatabase(on: .sqlite) { database in
            let schema = try await database.read { tx in
                try tx.all(
                    """
                    SELECT m.name, COUNT(*) FROM sqlite_master m, pragma_table_info(m.name) c
                    WHERE m.type = 'table' GROUP BY m.name
                    """
                ) { ($0.text(0), Int($0.integer(1))) }
            }
            let own: Set = ["migration", "node", "duty", "usage"]
            let there = Dictionary(uniqueKeysWithValues: schema.filter { !own.contains($0.0) })
            let copied = try await StoreDigest.take(of: database).entries.map {
                ($0.table, $0.columns)
            }
            #expect(Dictionary(uniqueKeysWithValues: copied) == there)
        }
    }
}
