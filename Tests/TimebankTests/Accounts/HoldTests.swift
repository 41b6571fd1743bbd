internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct HoldTests {
    private func hold(_ minutes: Int64, for seconds: Int64, in town: Town) async throws -> Hold {
        try await town.perform(
            PlaceHold(
                wallet: town.ada.wallet.id,
                minutes: Minutes(minutes),
                until: town.bank.clock() + .seconds(seconds)
            ),
            as: .ada
        ).hold
    }

    private func post(_ hold: Hold, in town: Town) async throws -> Transfer {
        try await town.perform(
            PostHold(hold: hold.id, wallet: hold.account, takings: town.cinema.takings.id),
            as: .coordinator
        )
    }

    @Test(arguments: Backend.available)
    func `what is held cannot be spent, and is there again when it is let go`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(100, town.ada)
            let held = try await hold(70, for: 60, in: town)
            let short = AccountsRefusal.notEnoughCredits(left: Minutes(30), needed: Minutes(31))
            await #expect(throws: short) {
                try await town.give(31, from: town.ada, to: town.bo, as: .ada)
            }
            await #expect(throws: short) { try await hold(31, for: 60, in: town) }
            try await town.perform(ReleaseHold(hold: held.id), as: .coordinator)
            await #expect(throws: AccountsRefusal.holdExpired) {
                try await town.perform(ReleaseHold(hold: held.id), as: .coordinator)
            }
            try await town.give(100, from: town.ada, to: town.bo, as: .ada)
        }
    }

    @Test(arguments: Backend.available)
    func `a hold is posted once, and not when it has run out`(on backend: Backend) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(200, town.ada)
            let early = try await hold(60, for: 60, in: town)
            let late = try await hold(60, for: 60, in: town)
            clock.advance(.seconds(59))
            let paid = try await post(early, in: town)
            #expect(paid.minutes == Minutes(60))
            await #expect(throws: AccountsRefusal.holdExpired) { try await post(early, in: town) }
            clock.advance(.seconds(1))
            await #expect(throws: AccountsRefusal.holdExpired) { try await post(late, in: town) }
            #expect(try await town.minutes(of: town.ada) == Minutes(140))
        }
    }

    @Test(arguments: Backend.available)
    func `a debit that would be refused first lets go what has run out`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(100, town.ada)
            _ = try await hold(40, for: 60, in: town)
            _ = try await hold(50, for: 120, in: town)
            clock.advance(.seconds(60))
            let short = AccountsRefusal.notEnoughCredits(left: Minutes(50), needed: Minutes(51))
            await #expect(throws: short) {
                try await town.give(51, from: town.ada, to: town.bo, as: .ada)
            }
            try await town.give(50, from: town.ada, to: town.bo, as: .ada)
            clock.advance(.seconds(60))
            _ = try await hold(50, for: 60, in: town)
            #expect(try await town.minutes(of: town.ada) == Minutes(50))
        }
    }
}
