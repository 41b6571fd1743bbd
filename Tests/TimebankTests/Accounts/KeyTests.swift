internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct KeyTests {
    @Test(arguments: Backend.available)
    func `a key with another request is refused and changes nothing`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(100, town.ada)
            try await town.give(10, from: town.ada, to: town.bo, as: .ada, request: "k")
            await #expect(throws: RequestRefusal.keyReused) {
                try await town.give(11, from: town.ada, to: town.bo, as: .ada, request: "k")
            }
            await #expect(throws: RequestRefusal.keyReused) {
                try await town.perform(
                    Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(10)),
                    as: .ada,
                    request: "k"
                )
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(90))
        }
    }

    @Test(arguments: Backend.available)
    func `a refusal is not remembered, so the key may try again`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let short = AccountsRefusal.notEnoughCredits(left: .zero, needed: Minutes(30))
            await #expect(throws: short) {
                try await town.give(30, from: town.ada, to: town.bo, as: .ada, request: "again")
            }
            try await town.earn(60, town.ada)
            try await town.give(30, from: town.ada, to: town.bo, as: .ada, request: "again")
            try await town.give(30, from: town.ada, to: town.bo, as: .ada, request: "again")
            #expect(try await town.minutes(of: town.bo) == Minutes(30))
        }
    }

    @Test(arguments: Backend.available)
    func `a key belongs to one person`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            try await town.earn(60, town.bo)
            try await town.give(20, from: town.ada, to: town.bo, as: .ada, request: "mine")
            try await town.give(30, from: town.bo, to: town.ada, as: .bo, request: "mine")
            #expect(try await town.minutes(of: town.ada) == Minutes(70))
        }
    }

    @Test(arguments: Backend.available)
    func `a key is remembered for thirty days`(on backend: Backend) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(100, town.ada)
            let first = try await town.give(
                10,
                from: town.ada,
                to: town.bo,
                as: .ada,
                request: "old"
            )
            clock.advance(.seconds(30 * 86_400 - 1))
            let again = try await town.give(
                10,
                from: town.ada,
                to: town.bo,
                as: .ada,
                request: "old"
            )
            #expect(again == first)
            clock.advance(.seconds(1))
            let later = try await town.give(
                10,
                from: town.ada,
                to: town.bo,
                as: .ada,
                request: "old"
            )
            #expect(later.id != first.id)
        }
    }

    @Test func `a key is 1 to 255 visible ASCII characters`() {
        for good in ["a", "~", String(repeating: "k", count: 255)] {
            #expect(RequestKey(good)?.description == good)
        }
        for bad in ["", "a b", "é", "\t", "a\n", String(repeating: "k", count: 256)] {
            #expect(RequestKey(bad) == nil)
        }
    }
}
