import HTTPTypes
import Store
import Support
import Testing
import Timebank

@testable import Web

@Suite struct BusyTests {
    @Test(
        arguments: Backend.available,
        [
            (StoreError.busy, "busy"), (.unavailable("full"), "unavailable"),
            (.inDoubt("no flush"), "in-doubt"),
        ]
    )
    func `what the store cannot do now is 503, says when to ask again, and people still read`(
        on backend: Backend,
        given: (StoreError, String)
    ) async throws {
        let (error, code) = given
        try await Server.run(on: backend, choked: error) { server in
            let gift = "{\"from\": \"member:1001-T\", \"to\": \"pot\", \"minutes\": 1}"
            let answer = try await server.send(
                .post,
                server.path("/transfers"),
                gift,
                as: .ada,
                key: "k"
            )
            #expect(answer.status == 503)
            #expect(answer.code == code)
            #expect(answer.headers[.retryAfter].flatMap { Int($0) } ?? 0 > 0)
            #expect(try await server.send(.get, "/api/v1/me", as: .ada).status == 200)
            #expect(try await server.send(.get, "/readyz").status == 503)
        }
    }
}

/// A store that can be read and takes no changes.
struct Choked: Driver {
    let inner: Database
    let error: StoreError

    /// The bank of a town over such a store.
    static func bank(of town: Town, _ error: StoreError?) async throws -> Bank {
        let store = Choked(inner: town.database, error: error ?? .closed)
        return try await Bank(Database(store), clock: town.bank.clock, dice: town.bank.dice)
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await inner.read(body)
    }

    func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await inner.report(body)
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        throw error
    }

    func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        throw error
    }

    func differences(from plan: Plan) async throws -> [String] {
        try await inner.differences(from: plan)
    }

    func backup(to file: String) async throws { throw error }

    func facts() async -> [(name: String, value: String)] { await inner.facts() }

    func close() async {}
}
