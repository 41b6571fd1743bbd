internal import Store
internal import Support
internal import Testing

@Suite struct MigrationTests {
    @Test(arguments: Engine.allCases)
    func `each step is run once, in order`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            #expect(try await migrator(2).migrate(shelf.database) == ["step 1", "step 2"])
            #expect(try await migrator(2).migrate(shelf.database) == [])
            #expect(try await migrator(3).migrate(shelf.database) == ["step 3"])
            try await migrator(3).requireCurrent(shelf.database)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a step whose text has changed is refused`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await migrator(2).migrate(shelf.database)
            let other = Migrator(steps(2)) { $0.common + " changed" }
            await #expect(throws: StoreError.self) { try await other.migrate(shelf.database) }
            await #expect(throws: StoreError.self) {
                try await other.requireCurrent(shelf.database)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a store that has moved past the program is refused`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            try await migrator(3, oldestProgram: 3).migrate(shelf.database)
            do {
                try await migrator(2, oldestProgram: 3).migrate(shelf.database)
                Issue.record("it was migrated")
            } catch StoreError.newer(let migration) {
                #expect(migration == 3)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a newer step that an old program can live with is not refused`(
        _ engine: Engine
    ) async throws {
        try await withShelf(on: engine) { shelf in
            try await migrator(3).migrate(shelf.database)
            #expect(try await migrator(2).migrate(shelf.database) == [])
            try await migrator(2).requireCurrent(shelf.database)
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever may not migrate is told that it is needed`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            await #expect(throws: StoreError.self) {
                try await migrator(1).requireCurrent(shelf.database)
            }
            try await migrator(1).migrate(shelf.database)
            do {
                try await migrator(2).requireCurrent(shelf.database)
                Issue.record("nothing was said")
            } catch StoreError.needsMigration(let number) {
                #expect(number == 2)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a step that fails leaves nothing behind`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            let broken = Migrator([
                Migration(
                    1,
                    "broken",
                    oldestProgram: 1,
                    Script("CREATE TABLE half (id {id} PRIMARY KEY){table}; CREATE NONSENSE;")
                )
            ]) { $0.common }
            await #expect(throws: StoreError.self) { try await broken.migrate(shelf.database) }
            let ran = try await migrator(1).migrate(shelf.database)
            #expect(ran == ["step 1"])
            await #expect(throws: StoreError.self) {
                try await shelf.database.read { tx in
                    try tx.first("SELECT id FROM half") { $0.integer(0) }
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `of two that migrate at once each step is run by one`(_ engine: Engine) async throws {
        try await withShelf(on: engine) { shelf in
            let migrator = migrator(8)
            let ran = await several(4) { _ in try await migrator.migrate(shelf.database) }
            #expect(ran.count == 4)
            #expect(ran.flatMap(\.self).sorted() == (1...8).map { "step \($0)" })
        }
    }

    private func steps(_ count: Int64, oldestProgram: Int64 = 1) -> [Migration] {
        (1...count).map { number in
            Migration(
                number,
                "step \(number)",
                oldestProgram: min(oldestProgram, number),
                Script("CREATE TABLE t\(number) (id {id} PRIMARY KEY){table};")
            )
        }
    }

    private func migrator(_ count: Int64, oldestProgram: Int64 = 1) -> Migrator {
        Migrator(steps(count, oldestProgram: oldestProgram)) { $0.common }
    }
}
