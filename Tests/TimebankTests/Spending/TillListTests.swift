internal import Ledger
internal import Support
internal import Testing
internal import Timebank

/// What the page of a till lists, and what it shows of what a member has.
@Suite struct TillListTests {
    @Test(arguments: Backend.available)
    func `a till lists what this person accepted here, and nothing else`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            for _ in 0..<2 { try await town.earn(600, town.ada) }
            try await town.earn(300, town.bo)
            try await town.appoint(.lead, .till, at: town.cinema)
            let others = try await town.perform(
                Redeem(offer: town.offer.id, card: town.bo.number, adults: 1, children: 0),
                as: .lead
            )
            func listed(as role: Town.Role = .till) async throws -> [AcceptedRedemption] {
                let query = TillQuery(organisation: town.cinema.id, offer: town.offer.id)
                return try await town.ask(query, as: role).accepted
            }
            #expect(try await listed().isEmpty)
            #expect(try await listed(as: .lead).map(\.redemption) == [others.redemption.id])
            var taken: [Redemption.ID] = []
            for _ in 0..<6 { taken.append(try await town.redeem(1, town.ada).redemption.id) }
            try await town.perform(UndoRedemption(redemption: taken[4]), as: .till)
            let now = try await listed()
            #expect(now.map(\.redemption) == taken.suffix(4).reversed())
            #expect(now.map(\.isUndone) == [false, true, false, false])
            #expect(now.allSatisfy { $0.holder == town.ada.name.asAtTill })
            #expect(now.map { $0.canBeUndone(at: clock.now) } == [true, false, true, true])
            clock.advance(.seconds(601))
            #expect(try await listed().allSatisfy { !$0.canBeUndone(at: clock.now) })
            clock.advance(.seconds(12 * 3_600))
            #expect(try await listed().isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `a till remembers an offer of its own that is open, and no other`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            func chosen(_ offer: Offer.ID?) async throws -> Offer.ID? {
                let query = TillQuery(organisation: town.cinema.id, offer: offer)
                return try await town.ask(query, as: .till).offer?.id
            }
            #expect(try await chosen(town.offer.id) == town.offer.id)
            #expect(try await chosen(nil) == nil)
            #expect(try await chosen(Offer.ID(raw: 7)) == nil)
            try await town.perform(OpenListed(town.offer.id, isOpen: false), as: .coordinator)
            #expect(try await chosen(town.offer.id) == nil)
            await #expect(throws: SpendingRefusal.notSpending) {
                try await town.ask(TillQuery(organisation: town.school.id), as: .lead)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `what is left is shown after a redemption, by whoever accepted it, and recorded`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(300, town.ada)
            try await town.appoint(.lead, .till, at: town.cinema)
            let taken = try await town.redeem(1, town.ada).redemption
            let show = ShowWhatIsLeft(redemption: taken.id)
            #expect(try await town.perform(show, as: .till).minutes == Minutes(240))
            let entry = try #require(try await town.journal(ShowWhatIsLeft.name))
            #expect(try await entry.actor == town.person(.till))
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.perform(show, as: .lead)
            }
            for role in [Town.Role.ada, .coordinator, .operator] {
                await #expect(throws: AccessRefusal.self) { try await town.perform(show, as: role) }
            }
            try await town.give(40, from: town.ada, to: town.bo, as: .ada)
            #expect(try await town.perform(show, as: .till).minutes == Minutes(200))
            clock.advance(.seconds(601))
            await #expect(throws: SpendingRefusal.leftTooLate) {
                try await town.perform(show, as: .till)
            }
            let other = try await town.redeem(1, town.ada).redemption
            try await town.perform(UndoRedemption(redemption: other.id), as: .till)
            await #expect(throws: SpendingRefusal.leftTooLate) {
                try await town.perform(ShowWhatIsLeft(redemption: other.id), as: .till)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `what is left is shown twenty times in an hour by one person`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            let show = ShowWhatIsLeft(redemption: try await town.redeem(1, town.ada).redemption.id)
            let answers = await several(30) { _ -> String? in
                do {
                    try await town.perform(show, as: .till)
                    return "shown"
                } catch let refusal as any Refusal { return refusal.code }
            }
            #expect(answers.count { $0 == "shown" } == 20)
            #expect(answers.count { $0 == "too-many-cards" } == 10)
        }
    }
}
