internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What a till learns of whoever shows a card, and how often it may try.
@Suite struct LookingUpTests {
    @Test(arguments: Backend.available)
    func `a till of a place that accepts no credits learns nothing of anybody`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(300, town.ada)
            let card = town.ada.number
            for role in [Town.Role.worker, .lead] {
                await #expect(throws: SpendingRefusal.notSpending) {
                    try await town.perform(
                        LookUpCard(organisation: town.school.id, card: card),
                        as: role
                    )
                }
            }
            try await town.perform(
                EditOrganisation(organisation: town.cinema.id, isOpen: false),
                as: .coordinator
            )
            // Nor does it say whether anybody has a number.
            for text in [card, "7777-7"] {
                await #expect(throws: OrganisationsRefusal.organisationClosed) {
                    try await town.perform(
                        LookUpCard(organisation: town.cinema.id, card: text),
                        as: .till
                    )
                }
                await #expect(throws: OrganisationsRefusal.organisationClosed) {
                    try await town.perform(
                        Redeem(offer: town.offer.id, card: text, adults: 1, children: 0),
                        as: .till
                    )
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a till is told whether it is enough and who could come, and not what somebody has`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(215, town.ada)
            func look(_ adults: Int?, _ children: Int?) async throws -> Fit? {
                let holder = try await town.perform(
                    LookUpCard(
                        organisation: town.cinema.id,
                        card: town.ada.number,
                        offer: town.offer.id,
                        adults: adults,
                        children: children
                    ),
                    as: .till
                )
                #expect(holder.name == town.ada.name.asAtTill)
                #expect(!"\(holder)".contains("215"))
                return holder.fit
            }
            #expect(try await look(nil, nil) == nil)
            #expect(try await look(3, 1) == .enough)
            #expect(try await look(2, 4) == .tooLittle(Party(adults: 2, children: 3)))
            #expect(try await look(5, 5) == .tooLittle(Party(adults: 3, children: 1)))
            // Of many people it would come close to saying what somebody has.
            #expect(try await look(50, nil) == .tooLittle(nil))
            await #expect(throws: FieldRefusal.invalid(field: "adults", .missing)) {
                _ = try await look(0, nil)
            }
            await #expect(throws: SpendingRefusal.doesNotFit(Party(adults: 3, children: 1))) {
                try await town.redeem(3, town.ada, children: 2)
            }
            await #expect(throws: SpendingRefusal.doesNotFit(nil)) {
                try await town.redeem(50, town.ada)
            }
            let said = SpendingRefusal.doesNotFit(Party(adults: 3, children: 1)).words(in: .english)
            #expect(said.sentence.contains("adults 3, children 1") && !said.line.contains("215"))
        }
    }

    @Test(arguments: Backend.available)
    func `numbers that nobody has are counted, and after ten a till waits`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(600, town.ada)
            func look(_ card: String) async throws {
                try await town.perform(
                    LookUpCard(organisation: town.cinema.id, card: card),
                    as: .till
                )
            }
            let wrong = SpendingRefusal.unknownCard
            for number in 0..<10 {
                // A good card between them takes nothing from the count.
                if number == 5 { try await town.redeem(1, town.ada) }
                await #expect(throws: wrong) {
                    if number.isMultiple(of: 2) { return try await look("77\(number)7-7") }
                    try await town.perform(
                        Redeem(
                            offer: town.offer.id,
                            card: "77\(number)7-7",
                            adults: 1,
                            children: 0
                        ),
                        as: .till
                    )
                }
            }
            let slowed = SpendingRefusal.tooManyCards(until: clock.now + .seconds(300))
            await #expect(throws: slowed) { try await look("7777-7") }
            // Nor is a right number told from a wrong one.
            await #expect(throws: slowed) { try await look(town.ada.number) }
            await #expect(throws: slowed) { try await town.redeem(1, town.ada) }
            // A card that was scanned is taken all the same: nobody guesses its code.
            let card = try #require(town.ada.card)
            try await look(card)
            try await town.perform(
                Redeem(offer: town.offer.id, card: card, adults: 1, children: 0),
                as: .till
            )
            // A colleague at the same till goes on.
            try await town.appoint(.lead, .till, at: town.cinema)
            try await town.perform(
                LookUpCard(organisation: town.cinema.id, card: town.ada.number),
                as: .lead
            )
            clock.advance(.seconds(301))
            try await look(town.ada.number)
            try await town.redeem(1, town.ada)
        }
    }

    @Test(arguments: Backend.available)
    func `of one person a till learns five times in ten minutes whether it is enough`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(600, town.ada)
            @Sendable func ask(_ adults: Int, _ member: Member) async throws {
                try await town.perform(
                    LookUpCard(
                        organisation: town.cinema.id,
                        card: member.card ?? "",
                        offer: town.offer.id,
                        adults: adults
                    ),
                    as: .till
                )
            }
            for adults in 1...5 {
                // To ask the same again tells nothing more.
                for _ in 0..<3 { try await ask(adults, town.ada) }
            }
            let slowed = SpendingRefusal.tooManyCards(until: clock.now + .seconds(600))
            for adults in 6...8 {
                await #expect(throws: slowed) { try await ask(adults, town.ada) }
            }
            try await ask(3, town.ada)
            // Somebody else's is another question, and what is accepted is no question.
            try await ask(9, town.bo)
            try await town.redeem(1, town.ada)
            clock.advance(.seconds(601))
            try await ask(6, town.ada)
        }
    }

    @Test(arguments: Backend.available)
    func `what a till is refused to accept tells it no more than what it asks`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(60, town.ada)
            @Sendable func accept(_ adults: Int) async throws {
                try await town.perform(
                    Redeem(
                        offer: town.offer.id,
                        card: town.ada.card ?? "",
                        adults: adults,
                        children: 0
                    ),
                    as: .till
                )
            }
            for adults in 11...15 {
                for _ in 0..<2 {
                    await #expect(throws: SpendingRefusal.doesNotFit(nil)) {
                        try await accept(adults)
                    }
                }
            }
            let slowed = SpendingRefusal.tooManyCards(until: clock.now + .seconds(600))
            await #expect(throws: slowed) { try await accept(16) }
            // What there is enough for is accepted all the same.
            try await accept(1)
        }
    }

    @Test(arguments: Backend.available)
    func `of many different questions about one person at once five are answered`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let answers = await several(30) { number -> (any Refusal)? in
                do {
                    try await town.perform(
                        LookUpCard(
                            organisation: town.cinema.id,
                            card: town.ada.card ?? "",
                            offer: town.offer.id,
                            adults: number + 1
                        ),
                        as: .till
                    )
                    return nil
                } catch let refusal as any Refusal { return refusal }
            }
            #expect(answers.count { $0 == nil } == 5)
            #expect(answers.count { $0?.code == "too-many-cards" } == 25)
        }
    }

    @Test(arguments: Backend.available)
    func `of many wrong numbers at once only ten are answered`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let answers = await several(40) { number -> (any Refusal)? in
                do {
                    try await town.perform(
                        LookUpCard(organisation: town.cinema.id, card: "7\(number)77-7"),
                        as: .till
                    )
                    return nil
                } catch let refusal as any Refusal { return refusal }
            }
            #expect(answers.count == 40)
            #expect(
                answers.count { $0?.code == "unknown-card" || $0?.code == "mistyped-number" } <= 10
            )
            #expect(answers.count { $0?.code == "too-many-cards" } >= 30)
        }
    }

    @Test(arguments: Backend.available)
    func `who looks up many and accepts from none waits, and a full house does not`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            for _ in 0..<4 { try await town.earn(1_440, town.ada) }
            let look = LookUpCard(organisation: town.cinema.id, card: town.ada.number)
            // Who is looked up and then accepted counts for nothing.
            for _ in 0..<10 {
                try await town.perform(look, as: .till)
                try await town.redeem(1, town.ada)
            }
            for _ in 0..<120 { try await town.perform(look, as: .till) }
            let slowed = SpendingRefusal.tooManyCards(until: clock.now + .seconds(3_600))
            await #expect(throws: slowed) { try await town.perform(look, as: .till) }
            // What is refused at the till tells as much, and counts as much.
            await #expect(throws: slowed) { try await town.redeem(100, town.bo) }
            try await town.redeem(1, town.ada)
            clock.advance(.seconds(3_601))
            try await town.perform(look, as: .till)
        }
    }

    @Test(arguments: Backend.available)
    func `who asks again about the person at the desk has seen one person`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            for _ in 0..<2 { try await town.earn(600, town.ada) }
            func look(_ adults: Int) async throws {
                try await town.perform(
                    LookUpCard(
                        organisation: town.cinema.id,
                        card: town.ada.number,
                        offer: town.offer.id,
                        adults: adults
                    ),
                    as: .till
                )
            }
            for number in 0..<150 { try await look(1 + number % 5) }
            // Ten minutes later it is another visit, and counts once more.
            for visit in 2...120 {
                clock.advance(.seconds(visit == 2 ? 601 : 1))
                try await town.perform(
                    LookUpCard(organisation: town.cinema.id, card: town.bo.number),
                    as: .till
                )
            }
            await #expect {
                try await town.perform(
                    LookUpCard(organisation: town.cinema.id, card: town.bo.number),
                    as: .till
                )
            } throws: { ($0 as? any Refusal)?.code == "too-many-cards" }
        }
    }

    @Test(arguments: Backend.available)
    func `refused and asked about at once, the counters of a till wait for each other in order`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let answers = await several(24) { number -> String? in
                do {
                    if number.isMultiple(of: 2) {
                        try await town.redeem(2, number % 4 == 0 ? town.ada : town.bo)
                    } else {
                        try await town.perform(
                            LookUpCard(
                                organisation: town.cinema.id,
                                card: (number % 4 == 1 ? town.ada : town.bo).number,
                                offer: town.offer.id,
                                adults: 2
                            ),
                            as: .till
                        )
                    }
                    return "answered"
                } catch let refusal as any Refusal { return refusal.code }
            }
            #expect(answers.count == 24)
            #expect(Set(answers) == ["answered", "not-enough-credits"])
        }
    }
}
