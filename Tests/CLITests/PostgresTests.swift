internal import ArgumentParser
internal import Store
internal import Support
internal import Testing
internal import Timebank

@testable internal import CLI

/// Commands on a database that several programs use at once.
@Suite struct PostgresTests {
    @Test func `commands work on a database while another one has it open`() async throws {
        try await Cluster.here.withAddress { address in
            let store = try StoreOptions.parse(["--store", address])
            let served = try await store.openAlone()
            let network = try await store.perform(
                CreateNetwork(slug: "wisbech", title: "Fenside Time Credits")
            )
            for name in ["Ada", "Bo"] {
                _ = try await store.perform(AddMember(name: name), in: network.slug)
            }
            let names = try await served.read { tx in
                try tx.all("SELECT name FROM member ORDER BY name") { $0.text(0) }
            }
            #expect(names == ["Ada", "Bo"])
            await served.close()
        }
    }

    @Test func `who serves is another than who owns the tables, and doctor minds`()
        async throws
    {
        try await Cluster.here.withAddress { address in
            let server = address.replacing("//commonhour@", with: "//commonhour_server@")
            let (owned, store) = try (
                StoreOptions.parse(["--store", address]), StoreOptions.parse(["--store", server])
            )
            let owner = try OwnerOptions.parse(["--migrate-store", address])
            await #expect(throws: StoreError.self) { _ = try await store.openAlone() }
            await #expect(throws: CommandRefusal.self) { try await owned.openAlone(as: owner) }
            for _ in 0..<2 {
                await (try store.openAlone(as: owner)).close()
                await (try store.openAlone()).close()
            }
            await #expect(throws: CommandRefusal.self) { try await owned.openAlone(as: owner) }
            let network = try await store.perform(
                CreateNetwork(slug: "wisbech", title: "Fenside Time Credits")
            )
            _ = try await store.perform(AddMember(name: "Ada"), in: network.slug)
            #expect(await Examination(of: store).run().first { $0.name == "role" }?.state == .ok)
            #expect(await Examination(of: owned).run().first { $0.name == "role" }?.state == .warn)
        }
    }

    @Test func `a database that is not migrated is not read`() async throws {
        try await Cluster.here.withAddress { address in
            let store = try StoreOptions.parse(["--store", address])
            await #expect(throws: StoreError.self) { _ = try await store.openReading() }
        }
    }

    @Test func `doctor says that a database which does not flush may lose what it took`()
        async throws
    {
        try await Cluster.here.withAddress { address in
            let store = try StoreOptions.parse(["--store", address])
            await (try store.openAlone()).close()
            let signs = await Examination(of: store).run()
            let state = signs.first { $0.name == "database" }?.state
            #expect(state == .wrong)
        }
    }

    @Test func `a password is never shown`() throws {
        let store = try StoreOptions.parse([
            "--store", "postgres://ada:geheim@db.example/hours?sslmode=require",
        ])
        #expect(store.isPostgres)
        #expect(store.shown == "postgres://db.example/hours")
        #expect(store.path == "commonhour-data/hours")
        #expect(try !StoreOptions.parse(["--store", "postgres.sqlite"]).isPostgres)
    }
}
