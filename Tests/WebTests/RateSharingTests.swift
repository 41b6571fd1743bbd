import Hummingbird
import HummingbirdTesting
import Ledger
import Store
import Support
import Testing
import Timebank

@testable import Web

/// Servers on one store that count together those who ask much.
@Suite struct RateSharingTests {
    /// Several servers of one town.
    private struct Servers: Sendable {
        let town: Town
        let clock: TestClock
        let sharings: [RateSharing]
        let clients: [any TestClientProtocol]

        /// What a server answers to somebody with a token that it does not know.
        func ask(_ number: Int, token: String = "secret") async throws -> Int {
            try await clients[number].execute(
                uri: "/api/v1/me",
                method: .get,
                headers: [.authorization: "Bearer \(token)"]
            ) { $0.status.code }
        }

        /// How many requests get through of one who asks all in turn, until they are told to wait.
        func through(telling every: Int) async throws -> Int {
            for number in 0..<2_000 {
                if try await ask(number % clients.count) == 429 { return number }
                guard (number + 1).isMultiple(of: every) else { continue }
                for sharing in sharings { try await sharing.exchange() }
            }
            return 2_000
        }

        func rows() async throws -> [[UInt8]] {
            try await town.database.read { tx in
                try tx.all("SELECT sender FROM usage") { $0.bytes(0) }
            }
        }
    }

    private static func with(
        _ count: Int,
        on backend: Backend,
        shares: Bool = true,
        _ body: @Sendable @escaping (Servers) async throws -> Void
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            let sites = try (0..<count).map { _ in
                try Site(
                    bank: town.bank,
                    settings: Settings(sharesRates: shares),
                    log: Log(descriptor: -1),
                    hall: PasswordHashQueue(cores: 3, cost: .cheap)
                )
            }
            let sharings = sites.map { site in
                RateSharing(site) { what, error in Issue.record("\(what): \(error)") }
            }
            try await reach(sites) { clients in
                try await body(
                    Servers(town: town, clock: clock, sharings: sharings, clients: clients)
                )
            }
        }
    }

    /// Opens all sites at once.
    private static func reach(
        _ sites: [Site],
        _ clients: [any TestClientProtocol] = [],
        _ body: @Sendable @escaping ([any TestClientProtocol]) async throws -> Void
    ) async throws {
        guard clients.count < sites.count else { return try await body(clients) }
        try await Application(router: sites[clients.count].router()).test(.router) { client in
            try await reach(sites, clients + [client], body)
        }
    }

    @Test(arguments: Backend.available)
    func `who asks two servers in turn is told to wait about as soon as at one`(
        on backend: Backend
    ) async throws {
        try await Self.with(1, on: backend) { servers in
            let count = try await servers.through(telling: 50)
            #expect(count == 300)
        }
        try await Self.with(2, on: backend) { servers in
            // Each lets a tenth through before it says so, and what comes between two tellings.
            let count = try await servers.through(telling: 50)
            #expect(300...380 ~= count)
        }
        try await Self.with(2, on: backend, shares: false) { servers in
            let count = try await servers.through(telling: 50)
            #expect(count == 600)
        }
    }

    @Test(arguments: Backend.available)
    func `who was busy elsewhere is known where they come to, as long as it counts`(
        on backend: Backend
    ) async throws {
        try await Self.with(2, on: backend) { servers in
            for _ in 0..<200 { _ = try await servers.ask(0) }
            try await servers.sharings[0].exchange()
            // Half of it has come back before they come to the other server.
            servers.clock.advance(.microseconds(3_333_333))
            for _ in 0..<40 { _ = try await servers.ask(1) }
            try await servers.sharings[1].exchange()
            var more = 0
            while try await servers.ask(1) != 429 { more += 1 }
            #expect(150...170 ~= more)
        }
    }

    @Test(arguments: Backend.available)
    func `what is told names nobody, and goes when they are quiet or the server stops`(
        on backend: Backend
    ) async throws {
        try await Self.with(2, on: backend) { servers in
            for server in 0...1 {
                for _ in 0..<150 { _ = try await servers.ask(server, token: "secret-\(server)") }
                try await servers.sharings[server].exchange()
            }
            // At each server a token and the address that it came from.
            let rows = try await servers.rows()
            #expect(rows.count == 4 && rows.allSatisfy { $0.count == 16 })
            #expect(Set(rows).count == 3)
            #expect(!rows.contains { String(decoding: $0, as: UTF8.self).contains("secret") })
            servers.clock.advance(.seconds(60))
            try await servers.sharings[0].exchange()
            #expect(try await servers.rows().count == 2)
            let board = UsageBoard(servers.town.bank)
            let mine = UsageBoard.Usage(UsageBoard.Sender("read", "mine"), taken: 7, missing: 7)
            _ = try await board.exchange([mine], quiet: [], now: servers.clock.now)
            #expect(try await servers.rows().count == 3)
            try await board.leave()
            #expect(try await servers.rows().count == 2)
        }
    }

    @Test(arguments: Backend.available)
    func `what a server told that is gone is forgotten with what else is old`(
        on backend: Backend
    ) async throws {
        try await Self.with(1, on: backend) { servers in
            for _ in 0..<150 { _ = try await servers.ask(0) }
            try await servers.sharings[0].exchange()
            let tending = Maintenance(servers.town.bank)
            try await tending.forget()
            #expect(try await servers.rows().count == 2)
            servers.clock.advance(.seconds(3_600))
            try await tending.forget()
            #expect(try await servers.rows().isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `nothing is written where nobody asks much, or a server is alone on its store`(
        on backend: Backend
    ) async throws {
        for (shares, count) in [(true, 29), (false, 290)] {
            try await Self.with(1, on: backend, shares: shares) { servers in
                for _ in 0..<count { _ = try await servers.ask(0) }
                try await servers.sharings[0].exchange()
                #expect(try await servers.rows().isEmpty)
            }
        }
    }
}
