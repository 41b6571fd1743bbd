internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// On a database that is not in this process, what an operation costs is how often it waits for it.
@Suite struct RoundTripTests {
    @Test func `what is done all day waits for the database no oftener than this`() async throws {
        try await withTown(on: .postgres) { town in
            try await town.earn(600, town.ada)
            let gift = try await trips(town) {
                try await town.give(5, from: town.ada, to: town.bo, as: .ada, request: $0)
            }
            #expect(gift <= 12)
            let redemption = try await trips(town) { _ in try await town.redeem(1, town.ada) }
            #expect(redemption <= 9)
            let page = try await trips(town) { _ in
                _ = try await town.ask(MemberQuery(member: .id(town.ada.id)), as: .coordinator)
            }
            #expect(page <= 9)
        }
    }

    /// How often something waits for the database, once it has been done before.
    private func trips(
        _ town: Town,
        _ body: (String) async throws -> Void
    ) async throws -> Int {
        try await body("first")
        let before = try await count(town)
        try await body("second")
        return try await count(town) - before
    }

    private func count(_ town: Town) async throws -> Int {
        let facts = await town.database.facts()
        return try #require(facts.first { $0.name == "round-trips" }.flatMap { Int($0.value) })
    }
}
