internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct TillTests {
    @Test(arguments: Backend.available)
    func `a till takes a card or a number, however it is typed`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            let card = try #require(town.ada.card)
            let typed = card.lowercased().filter { $0 != "-" }
            for (count, text) in [card, typed, town.ada.number, town.ada.number.lowercased()]
                .enumerated()
            {
                let receipt = try await town.perform(
                    Redeem(offer: town.offer.id, card: text, adults: 1, children: 0),
                    as: .till
                )
                #expect(receipt.redemption.member == town.ada.id)
                let left = Minutes(300 - 60 * Int64(count + 1))
                #expect(receipt.transfer.fromLink.balance == left)
                let holder = try await town.perform(
                    LookUpCard(organisation: town.cinema.id, card: text),
                    as: .till
                )
                #expect(holder.card == text && holder.name == town.ada.name.asAtTill)
            }
            #expect(try await town.minutes(in: town.cinema.takings) == Minutes(240))
        }
    }

    @Test(arguments: Backend.available)
    func `adults and children cost what the offer says`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(600, town.ada)
            let family = try await town.redeem(2, town.ada, children: 3)
            #expect(family.transfer.minutes == Minutes(2 * 60 + 3 * 30))
            let child = try await town.redeem(0, town.ada, children: 1)
            #expect(child.transfer.minutes == Minutes(30))
            let dance = try await town.perform(
                AddOffer(organisation: town.cinema.id, title: "Dance", adult: Minutes(60)),
                as: .coordinator
            )
            func accept(_ adults: Int, _ children: Int) async throws {
                try await town.perform(
                    Redeem(
                        offer: dance.id,
                        card: town.ada.number,
                        adults: adults,
                        children: children
                    ),
                    as: .till
                )
            }
            for (adults, children, field) in [
                (1, 1, "children"), (0, 0, "adults"), (-1, 0, "adults"), (101, 0, "adults"),
                (1, -1, "children"),
            ] {
                await #expect {
                    try await accept(adults, children)
                } throws: { ($0 as? any Refusal)?.field?.text == field }
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(600 - 240))
        }
    }

    @Test(arguments: Backend.available)
    func `a card that is not known, or not enough on it, is said and takes nothing`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(90, town.ada)
            func accept(_ card: String, _ adults: Int = 1) async throws {
                try await town.perform(
                    Redeem(offer: town.offer.id, card: card, adults: adults, children: 0),
                    as: .till
                )
            }
            await #expect(throws: SpendingRefusal.unknownCard) { try await accept("7777-7") }
            let wrong = town.ada.number.dropLast() + (town.ada.number.hasSuffix("A") ? "B" : "A")
            await #expect(throws: PeopleRefusal.mistypedNumber(field: "card")) {
                try await accept(String(wrong))
            }
            let short = SpendingRefusal.doesNotFit(Party(adults: 1, children: 0))
            await #expect(throws: short) { try await accept(town.ada.number, 2) }
            let old = try #require(town.ada.card)
            try await town.perform(NewCard(member: .id(town.ada.id)), as: .ada)
            await #expect(throws: SpendingRefusal.unknownCard) { try await accept(old) }
            #expect(try await town.minutes(of: town.ada) == Minutes(90))
        }
    }

    @Test(arguments: Backend.available)
    func `the till that took it takes it back within ten minutes, once`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(180, town.ada)
            let taken = try await town.redeem(1, town.ada)
            clock.advance(.seconds(600))
            let undo = UndoRedemption(redemption: taken.redemption.id)
            let back = try await town.perform(undo, as: .till)
            #expect(back.kind == .reversal && back.minutes == Minutes(60))
            #expect(try await town.minutes(of: town.ada) == Minutes(180))
            await #expect(throws: AccountsRefusal.alreadyReversed) {
                try await town.perform(undo, as: .till)
            }
            let late = try await town.redeem(1, town.ada)
            clock.advance(.seconds(601))
            await #expect(throws: SpendingRefusal.undoTooLate) {
                try await town.perform(
                    UndoRedemption(redemption: late.redemption.id),
                    as: .till
                )
            }
            try await town.perform(
                Reverse(transfer: late.transfer.id, reason: "The film was cancelled"),
                as: .coordinator
            )
            #expect(try await town.minutes(of: town.ada) == Minutes(180))
        }
    }

    @Test(arguments: Backend.available)
    func `another till does not take it back, not even the lead's`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            try await town.appoint(.lead, .lead, at: town.cinema)
            try await town.appoint(.worker, .till, at: town.cinema)
            let taken = try await town.redeem(1, town.ada)
            let undo = UndoRedemption(redemption: taken.redemption.id)
            for role in [Town.Role.lead, .worker] {
                await #expect(throws: AccessRefusal.notAllowed) {
                    try await town.perform(undo, as: role)
                }
            }
            for role in [Town.Role.ada, .coordinator, .operator, .funder] {
                await #expect(throws: AccessRefusal.notFound) {
                    try await town.perform(undo, as: role)
                }
            }
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `what is off the list is accepted by no till, and what was accepted is undone`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            let taken = try await town.redeem(1, town.ada)
            func open(_ isOpen: Bool, as role: Town.Role) async throws {
                try await town.perform(OpenListed(town.offer.id, isOpen: isOpen), as: role)
            }
            await #expect(throws: AccessRefusal.notAllowed) { try await open(false, as: .till) }
            await #expect(throws: AccessRefusal.notAllowed) { try await open(false, as: .lead) }
            try await open(false, as: .coordinator)
            await #expect(throws: SpendingRefusal.offerClosed) {
                try await town.redeem(1, town.ada)
            }
            try await town.perform(UndoRedemption(redemption: taken.redemption.id), as: .till)
            #expect(try await town.minutes(of: town.ada) == Minutes(120))
            try await open(true, as: .operator)
            try await town.redeem(2, town.ada)
        }
    }

    @Test(arguments: Backend.available)
    func `undone by ten at once, it comes back once`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let taken = try await town.redeem(1, town.ada)
            let undo = UndoRedemption(redemption: taken.redemption.id)
            let undone = await several(10) { _ in try await town.perform(undo, as: .till) }
            #expect(undone.count == 1)
            #expect(try await town.minutes(of: town.ada) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `a member without an e-mail or a sign-in earns and enjoys by card alone`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            #expect(cy.email == nil && cy.phone == nil && cy.person == nil)
            try await town.earn(60, cy)
            let receipt = try await town.perform(
                Redeem(
                    offer: town.offer.id,
                    card: try #require(cy.card),
                    adults: 1,
                    children: 0
                ),
                as: .till
            )
            #expect(receipt.redemption.member == cy.id)
            #expect(try await town.minutes(of: cy) == .zero)
        }
    }
}
