internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct NewcomerTests {
    @Test(arguments: Backend.available)
    func `somebody new gives away ten hours in all, to whomever and however`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(1_000, town.ada)
            try await town.give(400, from: town.ada, to: town.bo, as: .ada)
            await #expect(throws: GivingRefusal.giftLimit(left: Minutes(200))) {
                try await town.give(201, from: town.ada, to: town.bo, as: .ada)
            }
            try await town.give(200, from: town.ada, to: town.bo, as: .ada)
            await #expect(throws: GivingRefusal.giftLimit(left: .zero)) {
                try await town.give(1, from: town.ada, to: town.bo, as: .ada)
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(400))
            #expect(try await town.minutes(of: town.bo) == Minutes(600))
        }
    }

    @Test(arguments: Backend.available)
    func `two gifts at once do not both slip under the limit`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(1_440, town.ada)
            let given = await several(8) { _ in
                try await town.give(350, from: town.ada, to: town.bo, as: .ada)
            }
            #expect(given.count == 1)
            #expect(try await town.minutes(of: town.bo) == Minutes(350))
        }
    }

    @Test(arguments: Backend.available)
    func `after thirty days there is no limit`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(1_000, town.ada)
            try await town.age(town.ada, days: 29)
            await #expect(throws: GivingRefusal.giftLimit(left: Minutes(600))) {
                try await town.give(601, from: town.ada, to: town.bo, as: .ada)
            }
            try await town.age(town.ada, days: 1)
            try await town.give(1_000, from: town.ada, to: town.bo, as: .ada)
            #expect(try await town.minutes(of: town.bo) == Minutes(1_000))
        }
    }

    @Test(arguments: Backend.available)
    func `a donation and what is enjoyed do not count against it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(1_440, town.ada)
            _ = try await town.perform(
                Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(700)),
                as: .ada
            )
            try await town.redeem(2, town.ada)
            try await town.give(600, from: town.ada, to: town.bo, as: .ada)
            #expect(try await town.minutes(of: town.ada) == Minutes(20))
        }
    }

    @Test(arguments: Backend.available)
    func `in a mutual network what passes between members is a payment and has no limit`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend, model: .mutual) { town in
            let paid = try await town.give(600, from: town.ada, to: town.bo, as: .ada)
            #expect(paid.kind == .exchange)
            #expect(try await town.minutes(of: town.ada) == Minutes(-600))
            await #expect(throws: AccountsRefusal.notEnoughCredits(left: .zero, needed: Minutes(1)))
            {
                try await town.give(1, from: town.ada, to: town.bo, as: .ada)
            }
        }
    }
}
