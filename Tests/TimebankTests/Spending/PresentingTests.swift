internal import Ledger
internal import Support
internal import Testing
internal import Timebank

@Suite struct PresentingTests {
    @Test(arguments: Backend.available)
    func `a guardian spends for a ward at a till, and the journal says for whom`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let guardians = try await guardians(of: town)
            let ada = try #require(guardians.first { $0.name == town.ada.name.asAtTill }?.person)
            let other = try await town.person(.guardian)
            for (text, person) in [
                (town.ada.number.lowercased(), ada), (try #require(town.ada.card), ada),
                (ada.description, ada), (other.description, other),
            ] {
                let receipt = try await present(text, in: town)
                #expect(receipt.redemption.guardian == person)
                #expect(receipt.redemption.member == town.bo.id)
                let entry = try #require(try await town.journal("redemption.accept"))
                #expect(entry.behalf == town.bo.id)
                #expect(try await entry.actor == town.person(.till))
                let listed = try await town.ask(
                    TillQuery(organisation: town.cinema.id),
                    as: .till
                ).accepted.first
                #expect(listed?.redemption == receipt.redemption.id)
                #expect(listed?.holder == town.bo.name.asAtTill)
                let name = person == ada ? town.ada.name : "guardian"
                #expect(listed?.guardian == name.asAtTill)
            }
            #expect(try await town.minutes(of: town.bo) == Minutes(600 - 4 * 60))
        }
    }

    @Test(arguments: Backend.available)
    func `who is there for themselves is nobody's behalf`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            _ = try await guardians(of: town)
            let receipt = try await town.redeem(1, town.bo)
            #expect(receipt.redemption.guardian == nil)
            #expect(try await town.journal("redemption.accept")?.behalf == nil)
        }
    }

    @Test(arguments: Backend.available)
    func `somebody who does not act for the member takes nothing, and it is said beside them`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            _ = try await guardians(of: town)
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            let wrong = town.ada.number.dropLast() + (town.ada.number.hasSuffix("A") ? "B" : "A")
            let coordinator = try await town.person(.coordinator)
            for (text, refusal) in [
                (cy.number, PeopleRefusal.notGuardian), (town.bo.number, .notGuardian),
                ("?", .notGuardian),
                (coordinator.description, .notGuardian), ("", .notGuardian),
                (String(wrong), .mistypedNumber(field: "guardian")),
            ] {
                #expect(refusal.field == "guardian")
                await #expect(throws: refusal, "\(text)") { try await present(text, in: town) }
            }
            try await town.perform(
                EditMember(member: .id(town.ada.id), status: .left),
                as: .coordinator
            )
            await #expect(throws: PeopleRefusal.notGuardian) {
                try await present(town.ada.number, in: town)
            }
            let holder = try await town.perform(
                LookUpCard(organisation: town.cinema.id, card: town.bo.number),
                as: .till
            )
            #expect(holder.guardians.map(\.name) == ["guardian"])
            #expect(try await town.minutes(of: town.bo) == Minutes(600))
        }
    }

    @Test(arguments: Backend.available)
    func `what a guardian spent is taken back like anything else, and sent twice counts once`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            _ = try await guardians(of: town)
            let first = try await present(town.ada.number, in: town, request: "one")
            #expect(try await present(town.ada.number, in: town, request: "one") == first)
            #expect(try await town.minutes(of: town.bo) == Minutes(540))
            await #expect(throws: RequestRefusal.keyReused) {
                try await town.perform(
                    Redeem(offer: town.offer.id, card: town.bo.number, adults: 1, children: 0),
                    as: .till,
                    request: "one"
                )
            }
            try await town.perform(UndoRedemption(redemption: first.redemption.id), as: .till)
            #expect(try await town.minutes(of: town.bo) == Minutes(600))
        }
    }

    @Test(arguments: Backend.available)
    func `a guardian who signs in only later is still the one who stood there`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(600, town.bo)
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            try await town.perform(
                AddGuardian(ward: .id(town.bo.id), guardian: .id(cy.id)),
                as: .coordinator
            )
            let receipt = try await present(cy.number, in: town)
            let code = try await town.perform(
                HandOverCode(member: .id(cy.id)),
                as: .coordinator
            ).code.revealed
            try await town.perform(JoinWithCode(code: code), as: .stranger)
            let state = try await town.ask(TillQuery(organisation: town.cinema.id), as: .till)
            #expect(state.accepted.first?.redemption == receipt.redemption.id)
            #expect(state.accepted.first?.guardian == "Cy E.")
            #expect(try await Verify().run(on: town.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `a statement can say who acted, and for whom nobody did says nothing`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            _ = try await guardians(of: town)
            let shown = try await present(town.ada.number, in: town).transfer.id
            let own = try await town.redeem(1, town.bo).transfer.id
            let given = try await town.give(10, from: town.bo, to: town.ada, as: .guardian).id
            let gift = try await town.give(10, from: town.bo, to: town.ada, as: .bo).id
            let asked = ActedOnBehalfQuery(
                wallet: town.bo.wallet.id,
                transfers: [shown, own, given, gift]
            )
            let said = [shown: town.ada.name, given: "guardian"]
            #expect(try await town.ask(asked, as: .bo) == said)
            #expect(try await town.ask(asked, as: .coordinator) == said)
            await #expect(throws: AccessRefusal.notFound) { try await town.ask(asked, as: .till) }
            // Who received it sees no more than who gave.
            let received = ActedOnBehalfQuery(wallet: town.ada.wallet.id, transfers: [given])
            #expect(try await town.ask(received, as: .ada) == [:])
        }
    }

    @Test(arguments: Backend.available)
    func `a statement says who wrote down hours, but for staff who do it all day or confirm them`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let own = try await town.claim(30, town.bo, as: .bo)
            let guarded = try await town.claim(60, town.bo, as: .guardian)
            let others = try await town.claim(90, town.ada)
            let confirmed = try await town.perform(
                ConfirmMany(
                    organisation: town.school.id,
                    hours: [own.id, guarded.id, others.id]
                ),
                as: .worker
            )
            #expect(confirmed.left.isEmpty)
            try await town.earn(120, town.bo)
            try await town.perform(
                EnterHours(
                    opportunity: town.opportunity.id,
                    members: [.id(town.bo.id)],
                    day: town.bank.clock().day,
                    minutes: Minutes(45),
                    confirm: true
                ),
                as: .coordinator
            )
            let lines = try await town.ask(
                StatementQuery(account: .id(town.bo.wallet.id)),
                as: .bo
            ).items
            let said = try await town.ask(
                ActedOnBehalfQuery(wallet: town.bo.wallet.id, transfers: lines.map(\.id)),
                as: .bo
            )
            #expect(lines.map(\.minutes.count) == [45, 120, 60, 30])
            #expect(lines.map { said[$0.id] } == ["coordinator", nil, "guardian", nil])
            // Ada's line is not Bo's to ask about.
            let adas = try await town.ask(
                StatementQuery(account: .id(town.ada.wallet.id)),
                as: .ada
            ).items
            #expect(adas.count == 1)
            let asked = ActedOnBehalfQuery(wallet: town.bo.wallet.id, transfers: adas.map(\.id))
            #expect(try await town.ask(asked, as: .bo) == [:])
        }
    }

    @Test(arguments: Backend.available)
    func `a claim says who wrote it down, where that was somebody else`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            _ = try await town.claim(30, town.bo, as: .bo)
            _ = try await town.claim(60, town.bo, as: .guardian)
            let waiting = try await town.ask(UnpaidHoursQuery(member: .id(town.bo.id)), as: .bo)
            #expect(waiting.map(\.enteredBy) == ["guardian", nil])
        }
    }

    /// Bo has ten hours, and Ada looks after them too.
    private func guardians(of town: Town) async throws -> [Presenter] {
        try await town.earn(600, town.bo)
        try await town.perform(
            AddGuardian(ward: .id(town.bo.id), guardian: .id(town.ada.id)),
            as: .coordinator
        )
        return try await town.perform(
            LookUpCard(organisation: town.cinema.id, card: town.bo.number),
            as: .till
        ).guardians
    }

    @discardableResult
    private func present(
        _ guardian: String,
        in town: Town,
        request: String? = nil
    ) async throws -> Receipt {
        try await town.perform(
            Redeem(
                offer: town.offer.id,
                card: town.bo.number,
                adults: 1,
                children: 0,
                guardian: guardian
            ),
            as: .till,
            request: request
        )
    }
}
