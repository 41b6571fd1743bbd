internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct GivingTests {
    @Test(arguments: Backend.available)
    func `a gift goes from wallet to wallet, by number, with its words`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            let number = try #require(MemberNumber(town.bo.number))
            let gift = try await town.perform(
                Give(
                    from: .id(town.ada.wallet.id),
                    to: .member(number),
                    minutes: Minutes(45),
                    memo: "Thank you for the bread"
                ),
                as: .ada
            )
            #expect(gift.kind == .gift)
            #expect(try await town.minutes(of: town.ada) == Minutes(75))
            #expect(try await town.minutes(of: town.bo) == Minutes(45))
            let lines = try await town.ask(
                StatementQuery(account: .id(town.bo.wallet.id)),
                as: .bo
            )
            #expect(lines.items.first?.memo == "Thank you for the bread")
            let entry = try #require(try await town.journal("wallet.give"))
            #expect(entry.behalf == nil)
            #expect(try await town.person(.ada) == entry.actor)
        }
    }

    @Test(arguments: Backend.available)
    func `nobody gives more than they have, to nobody, to themselves or to one who left`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(60, town.ada)
            let from = AccountName.id(town.ada.wallet.id)
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            try await town.perform(
                EditMember(member: .id(cy.id), status: .left),
                as: .coordinator
            )
            for (to, minutes, refusal) in [
                (
                    AccountName.id(town.bo.wallet.id), 61,
                    AccountsRefusal.notEnoughCredits(left: Minutes(60), needed: Minutes(61))
                ),
                (.id(town.bo.wallet.id), 0, FieldRefusal.amountOutOfRange(field: "minutes")),
                (from, 1, AccountsRefusal.sameAccount),
                (.member(MemberNumber.issued(7_777)), 1, PeopleRefusal.unknownMember(field: "to")),
                (.id(cy.wallet.id), 1, PeopleRefusal.memberLeft(field: "to")),
                (.takings(town.cinema.slug), 1, PeopleRefusal.unknownMember(field: "to")),
            ] as [(AccountName, Int64, any Refusal)] {
                await #expect {
                    try await town.perform(
                        Give(from: from, to: to, minutes: Minutes(minutes)),
                        as: .ada
                    )
                } throws: {
                    ($0 as? any Refusal)?.isSame(as: refusal) == true
                }
            }
            await #expect(throws: AccessRefusal.notFound) {
                try await town.give(10, from: town.ada, to: town.bo, as: .bo)
            }
            #expect(try await town.minutes(of: town.ada) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `what is donated to the pot is granted from it by the coordinator, and no more`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.ada)
            let donated = try await town.perform(
                Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(90)),
                as: .ada
            )
            #expect(donated.kind == .donate)
            let grant = GrantFromPot(to: .id(town.bo.wallet.id), minutes: Minutes(60))
            for role in [Town.Role.ada, .bo, .lead, .worker, .till, .funder, .guardian] {
                await #expect(throws: AccessRefusal.notAllowed) {
                    try await town.perform(grant, as: role)
                }
            }
            #expect(try await town.perform(grant, as: .coordinator).kind == .grant)
            await #expect(throws: AccountsRefusal.potEmpty(left: Minutes(30), needed: Minutes(60)))
            {
                try await town.perform(grant, as: .coordinator)
            }
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
            #expect(try await town.minutes(in: town.network.pot) == Minutes(30))
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator grants nothing to themselves, a ward or a relative`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            try await town.earn(300, town.ada)
            _ = try await town.perform(
                Give(from: .id(town.ada.wallet.id), to: .pot, minutes: Minutes(300)),
                as: .ada
            )
            _ = try await town.perform(Appoint(member: ada, office: .coordinator), as: .operator)
            try await town.perform(AddGuardian(ward: bo, guardian: ada), as: .coordinator)
            for member in [town.ada, town.bo] {
                await #expect(throws: AccountsRefusal.ownTransfer) {
                    try await town.perform(
                        GrantFromPot(to: .id(member.wallet.id), minutes: Minutes(60)),
                        as: .ada
                    )
                }
            }
            #expect(try await town.minutes(in: town.network.pot) == Minutes(300))
        }
    }

    @Test(arguments: Backend.available)
    func `a guardian gives for a ward, and the journal says for whom`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(120, town.bo)
            try await town.give(30, from: town.bo, to: town.ada, as: .guardian)
            let entry = try #require(try await town.journal("wallet.give"))
            #expect(try await town.person(.guardian) == entry.actor)
            #expect(entry.behalf == town.bo.id)
            try await town.give(30, from: town.bo, to: town.ada, as: .bo)
            #expect(try await town.journal("wallet.give")?.behalf == nil)
            await #expect(throws: AccessRefusal.notFound) {
                try await town.give(30, from: town.ada, to: town.bo, as: .guardian)
            }
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `a guardian claims for a ward, and the journal says for whom`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            _ = try await town.claim(60, town.bo, as: .guardian)
            #expect(try await town.journal("hours.claim")?.behalf == town.bo.id)
        }
    }

    @Test(arguments: Backend.available)
    func `a guardian does not give a ward's hours to themselves`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            try await town.earn(60, town.bo)
            try await town.perform(AddGuardian(ward: bo, guardian: ada), as: .coordinator)
            await #expect(throws: AccountsRefusal.ownTransfer) {
                try await town.give(60, from: town.bo, to: town.ada, as: .ada)
            }
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
        }
    }
}
