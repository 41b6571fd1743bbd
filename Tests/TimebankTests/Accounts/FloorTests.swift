internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct FloorTests {
    private static func mutual(limit: Int64, ceiling: Int64? = nil) -> Policy {
        Policy(
            version: 1,
            credit: Minutes(60),
            mutualLimit: Minutes(limit),
            ceiling: ceiling.map { Minutes($0) },
            newcomerDays: 30,
            newcomerGifts: Minutes(600),
            rounding: Minutes(1),
            expiryDays: nil
        )
    }

    /// The example of the mutual credit scheme that its authors explain it with.
    @Test(arguments: Backend.available)
    func `with limits of 100 a balance of 90 may earn 10 and spend 190`(
        on backend: Backend
    ) async throws {
        let policy = Self.mutual(limit: 100, ceiling: 100)
        try await withTown(on: backend, model: .mutual, policy: policy) { town in
            try await town.give(90, from: town.bo, to: town.ada, as: .bo)
            await #expect(throws: AccountsRefusal.overCeiling(ceiling: Minutes(100))) {
                try await town.perform(
                    GrantFromPot(to: .id(town.ada.wallet.id), minutes: Minutes(11)),
                    as: .coordinator
                )
            }
            try await town.give(10, from: town.bo, to: town.ada, as: .bo)
            #expect(try await town.minutes(of: town.bo) == Minutes(-100))
            try await town.give(10, from: town.ada, to: town.bo, as: .ada)
            let short = AccountsRefusal.notEnoughCredits(left: Minutes(190), needed: Minutes(191))
            await #expect(throws: short) {
                try await town.give(191, from: town.ada, to: town.bo, as: .ada)
            }
            try await town.give(190, from: town.ada, to: town.bo, as: .ada)
            #expect(try await town.minutes(of: town.ada) == Minutes(-100))
            #expect(try await town.minutes(of: town.bo) == Minutes(100))
        }
    }

    @Test(arguments: Backend.available)
    func `a wallet in a credits network never goes below zero`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let short = AccountsRefusal.notEnoughCredits(left: Minutes(60), needed: Minutes(61))
            await #expect(throws: short) {
                try await town.give(61, from: town.ada, to: town.bo, as: .ada)
            }
            let used = AccountsRefusal.allocationUsedUp(
                left: Minutes(5_940),
                needed: Minutes(10_000)
            )
            await #expect(throws: used) {
                try await town.perform(
                    HoldAllocation(allocation: town.school.allocation.id, minutes: 10_000),
                    as: .coordinator
                )
            }
            await #expect(throws: AccountsRefusal.potEmpty(left: .zero, needed: Minutes(1))) {
                try await town.perform(
                    GrantFromPot(to: .id(town.ada.wallet.id), minutes: Minutes(1)),
                    as: .coordinator
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `over a lowered limit one may only trade toward zero`(on backend: Backend) async throws {
        let policy = Self.mutual(limit: 600)
        try await withTown(on: backend, model: .mutual, policy: policy) { town in
            try await town.give(500, from: town.ada, to: town.bo, as: .ada)
            try await town.perform(LimitWallets(lowest: Minutes(-100)), as: .coordinator)
            let nothing = AccountsRefusal.notEnoughCredits(left: .zero, needed: Minutes(1))
            await #expect(throws: nothing) {
                try await town.give(1, from: town.ada, to: town.bo, as: .ada)
            }
            // The floor climbs with the balance: what came in does not go out again.
            try await town.give(350, from: town.bo, to: town.ada, as: .bo)
            #expect(try await town.minutes(of: town.ada) == Minutes(-150))
            await #expect(throws: nothing) {
                try await town.give(1, from: town.ada, to: town.bo, as: .ada)
            }
            // Once the limit is reached, it is the floor again.
            try await town.give(80, from: town.bo, to: town.ada, as: .bo)
            let some = AccountsRefusal.notEnoughCredits(left: Minutes(30), needed: Minutes(31))
            await #expect(throws: some) {
                try await town.give(31, from: town.ada, to: town.bo, as: .ada)
            }
            try await town.give(30, from: town.ada, to: town.bo, as: .ada)
        }
    }

    @Test(arguments: Backend.available)
    func `the pot of a mutual network has no floor`(on backend: Backend) async throws {
        try await withTown(on: backend, model: .mutual) { town in
            try await town.perform(
                GrantFromPot(to: .id(town.ada.wallet.id), minutes: Minutes(5_000)),
                as: .coordinator
            )
            #expect(try await town.minutes(in: town.network.pot) == Minutes(-5_000))
        }
    }
}

/// Reserves minutes of an allocation.
private struct HoldAllocation: Operation {
    let allocation: Account.ID
    let minutes: Int64

    static let name = "test.hold-allocation"
    static let access: Access = .coordinator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Held {
        Held(
            hold: try desk.hold(
                Minutes(minutes),
                of: Account(allocation, .allocation),
                until: desk.now + .seconds(60)
            )
        )
    }
}
