internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct ErasureTests {
    /// Somebody who gave, wrote, received words and gave some away.
    private func settled(in town: Town) async throws -> Member {
        let cy = try await town.settle("Cy Secretname", email: "cy@secret.example")
        let claim = try await town.perform(
            EnterHours(
                opportunity: town.opportunity.id,
                members: [.id(cy.id)],
                day: TestClock.start.day,
                minutes: Minutes(90),
                note: "secret note",
                confirm: true
            ),
            as: .worker
        )
        _ = claim
        // The keys are the coordinator's, who stays.
        for (key, memo, to) in [
            ("gift-1", "secret one", AccountName.id(town.ada.wallet.id)),
            ("gift-2", "secret two", .pot),
        ] {
            try await town.perform(
                Give(from: .id(cy.wallet.id), to: to, minutes: Minutes(10), memo: memo),
                as: .coordinator,
                request: key
            )
        }
        return cy
    }

    /// Every text of every table, whatever its column says that it holds.
    private func texts(in town: Town) async throws -> [String] {
        try await town.database.read(in: .whole) { tx in
            try Scheme.standard.tables.flatMap { table in
                try table.columns.filter { $0.storage == .text }.flatMap { column in
                    try tx.all(
                        """
                        SELECT \(column.name) FROM \(table.name) WHERE \(column.name) IS NOT NULL
                        """
                    ) { $0.text(0) }
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `an erased person's name and words are gone, and every sum stays`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await settled(in: town)
            let token = try await town.signIn(
                login: cy.number,
                password: "five warm loaves",
                address: .home,
                purpose: .api
            ).token
            let before = try await texts(in: town).filter { $0.contains("ecret") }
            #expect(before.count > 3)
            try await town.perform(EraseMember(member: .id(cy.id)), as: .coordinator)
            let left = try await texts(in: town).filter { $0.contains("ecret") }
            #expect(left.isEmpty)
            #expect(try await town.minutes(of: cy) == Minutes(70))
            await #expect(throws: AccessRefusal.notSignedIn) {
                try await town.bank.ask(MeQuery(), as: token.credential)
            }
            await #expect(throws: SigningInRefusal.wrongSignIn) {
                try await town.signIn(
                    login: cy.number,
                    password: "five warm loaves",
                    address: .home,
                    purpose: .api
                )
            }
            let again = try await town.perform(AddMember(name: "Di"), as: .coordinator)
            #expect(again.number != cy.number)
            await #expect(throws: PeopleRefusal.memberLeft(field: "to")) {
                try await town.perform(
                    Give(from: .id(town.ada.wallet.id), to: .id(cy.wallet.id), minutes: Minutes(1)),
                    as: .ada
                )
            }
            await #expect(throws: FieldRefusal.invalid(field: "number", .taken)) {
                try await town.perform(
                    AddMember(name: "Ed", number: MemberNumber(cy.number)),
                    as: .coordinator
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `whoever belongs elsewhere too stays there`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, database in
            let one = try await Town.found(bank, database, model: .credits)
            let two = try await Town.found(bank, database, model: .credits, slug: "ely")
            let cy = try await settled(in: one)
            let twin = try await two.perform(AddMember(name: "Cy"), as: .coordinator)
            let code = try await two.perform(
                HandOverCode(member: .id(twin.id)),
                as: .coordinator
            ).code.revealed
            let token = try await one.signIn(
                login: "cy@secret.example",
                password: "five warm loaves",
                address: .home,
                purpose: .api
            ).token
            _ = try await bank.perform(JoinWithCode(code: code), as: token.credential)
            try await one.perform(EraseMember(member: .id(cy.id)), as: .coordinator)
            let me = try await bank.ask(MeQuery(), as: token.credential)
            #expect(me.memberships.map(\.member) == [twin.id])
            #expect(me.person.login == "cy@secret.example")
        }
    }

    @Test(arguments: Backend.available)
    func `erasures can be made again in a copy from before them`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let cy = try await settled(in: town)
            let erasure = Erasure(
                network: town.network.id,
                member: cy.id,
                at: TestClock.start
            )
            let unknown = Erasure(
                network: town.network.id,
                member: Member.ID(raw: 5),
                at: TestClock.start
            )
            for _ in 0..<2 {
                try await town.database.write {
                    try $0.repeatErasures([unknown, erasure], in: Scheme.standard.tables)
                }
            }
            let left = try await texts(in: town).filter { $0.contains("ecret") }
            #expect(left.isEmpty)
            let listed = try await town.database.read { try $0.erasures(since: TestClock.start) }
            #expect(listed == [erasure])
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator is erased by an operator or by themselves`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.settle("Cy Evans")
            try await town.perform(
                Appoint(member: .id(cy.id), office: .coordinator),
                as: .operator
            )
            let erase = EraseMember(member: .id(cy.id))
            await #expect(throws: AccessRefusal.outranked) {
                try await town.perform(erase, as: .coordinator)
            }
            let token = try await town.signIn(
                login: cy.number,
                password: "five warm loaves",
                address: .home,
                purpose: .api
            ).token
            _ = try await town.bank.perform(erase, in: town.slug, as: token.credential)
        }
    }
}
