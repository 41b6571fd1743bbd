internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct RolesTests {
    @Test(arguments: Backend.available)
    func `of somebody with two offices a repeat answers with the one that was given`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let bo = MemberName.id(town.bo.id)
            try await town.perform(Appoint(member: bo, office: .coordinator), as: .operator)
            let funder = Appoint(member: bo, office: .funder)
            let first = try await town.perform(funder, as: .operator, request: "k1")
            let again = try await town.perform(funder, as: .operator, request: "k1")
            #expect(first.office == .funder && again == first)
        }
    }

    @Test(arguments: Backend.available)
    func `a lead appoints workers and tills of their own organisation, and no lead`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let bo = MemberName.id(town.bo.id)
            func appoint(
                _ role: StaffRole,
                at place: Organisation,
                as who: Town.Role
            ) async throws
                -> StaffMember
            {
                try await town.perform(
                    AppointStaff(organisation: place.id, member: bo, role: role),
                    as: who
                )
            }
            let worker = try await appoint(.worker, at: town.school, as: .lead)
            await #expect(throws: OrganisationsRefusal.rankTooLow) {
                try await appoint(.lead, at: town.school, as: .lead)
            }
            await #expect(throws: AccessRefusal.notAllowed) {
                try await appoint(.till, at: town.cinema, as: .lead)
            }
            await #expect(throws: AccessRefusal.notAllowed) {
                try await appoint(.till, at: town.school, as: .worker)
            }
            _ = try await appoint(.lead, at: town.school, as: .coordinator)
            await #expect(throws: AccessRefusal.outranked) {
                try await appoint(.till, at: town.school, as: .lead)
            }
            let dismissal = DismissStaff(organisation: town.school.id, person: worker.person)
            await #expect(throws: AccessRefusal.outranked) {
                try await town.perform(dismissal, as: .lead)
            }
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.perform(dismissal, as: .worker)
            }
            let staff = try await town.ask(
                StaffQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(staff.map(\.role).sorted() == [.worker, .lead, .lead])
            #expect(staff.contains { $0.number == town.bo.number && $0.name == town.bo.name })
            try await town.perform(dismissal, as: .bo)
            await #expect(throws: AccessRefusal.notFound) {
                try await town.perform(dismissal, as: .coordinator)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a coordinator appoints another, and does not dismiss one`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let bo = MemberName.id(town.bo.id)
            let made = try await town.perform(
                Appoint(member: bo, office: .coordinator),
                as: .coordinator
            )
            let dismissal = Dismiss(person: made.person, office: .coordinator)
            await #expect(throws: AccessRefusal.outranked) {
                try await town.perform(dismissal, as: .coordinator)
            }
            let holders = try await town.ask(OfficesQuery(), as: .bo)
            #expect(holders.map(\.office) == [.coordinator, .coordinator, .funder])
            try await town.perform(dismissal, as: .bo)
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.ask(OfficesQuery(), as: .bo)
            }
            for role in [Town.Role.funder, .lead, .ada] {
                await #expect(throws: AccessRefusal.notAllowed) {
                    try await town.perform(Appoint(member: bo, office: .funder), as: role)
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `an appointment makes the codes handed over before it useless`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.settle("Cy Evans")
            let name = MemberName.id(cy.id)
            let code = try await town.perform(HandOverCode(member: name), as: .coordinator)
                .code.revealed
            try await town.perform(
                AppointStaff(organisation: town.cinema.id, member: name, role: .lead),
                as: .coordinator
            )
            await #expect(throws: SigningInRefusal.codeInvalid) {
                try await town.signIn.useCode(
                    code,
                    password: "a lamp on the hill",
                    address: .home,
                    purpose: .page
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `somebody known elsewhere is appointed first and joins with a code`(
        on backend: Backend
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let one = try await Town.found(bank, database, model: .credits)
            _ = try await one.settle("Cy Evans", email: "cy@example.org")
            let founded = try await bank.perform(
                FoundNetwork(
                    network: CreateNetwork(slug: "ely", title: "Ely"),
                    coordinator: "Cy Evans",
                    login: "cy@example.org"
                ),
                as: .console
            ).outcome
            let code = founded.code.revealed
            await #expect(throws: SigningInRefusal.loginTaken) {
                try await one.signIn.useCode(
                    code,
                    password: "a lamp on the hill",
                    login: "cy@example.org",
                    address: .home,
                    purpose: .page
                )
            }
            let token = try await one.signIn(
                login: "cy@example.org",
                password: "five warm loaves",
                address: .home,
                purpose: .page
            ).token
            _ = try await bank.perform(JoinWithCode(code: code), as: token.credential)
            let me = try await bank.ask(MeQuery(), as: token.credential)
            #expect(me.roles == [Me.Role(network: founded.network.slug, role: .coordinator)])
            #expect(me.memberships.count == 2)
            let people = try await database.read { tx in
                try tx.first("SELECT COUNT(*) FROM person", as: { $0.integer(0) })
            }
            #expect(people == Int64(one.tokens.count) + 1)
        }
    }

    @Test(arguments: Backend.available)
    func `a new network's coordinator sets up a sign-in and can begin`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let founded = try await town.bank.perform(
                FoundNetwork(
                    network: CreateNetwork(slug: "ely", title: "Ely"),
                    coordinator: "Cy Evans"
                ),
                as: .console
            ).outcome
            let signedIn = try await town.signIn.useCode(
                founded.code.revealed,
                password: "a lamp on the hill",
                login: founded.coordinator.number,
                address: .home,
                purpose: .page
            )
            _ = try await town.bank.perform(
                AddMember(name: "First"),
                in: founded.network.slug,
                as: signedIn.token.credential
            )
            let rows = try await town.database.read { tx in
                try tx.first(
                    """
                    SELECT COUNT(*) FROM journal
                    WHERE operation = 'network.found' AND network = $1
                    """,
                    founded.network.id,
                    as: { $0.integer(0) }
                )
            }
            #expect(rows == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `a guardian acts for a ward until that is ended`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            try await town.perform(AddGuardian(ward: ada, guardian: bo), as: .coordinator)
            let guardians = try await town.ask(GuardiansQuery(ward: ada), as: .ada)
            #expect(guardians.map(\.name) == [town.bo.name])
            _ = try await town.ask(AccountQuery(account: .id(town.ada.wallet.id)), as: .bo)
            try await town.perform(
                RemoveGuardian(ward: ada, guardian: guardians[0].person),
                as: .ada
            )
            await #expect(throws: AccessRefusal.notFound) {
                try await town.ask(AccountQuery(account: .id(town.ada.wallet.id)), as: .bo)
            }
            await #expect(throws: FieldRefusal.invalid(field: "guardian", .taken)) {
                try await town.perform(AddGuardian(ward: ada, guardian: ada), as: .coordinator)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `declared relatives do not confirm for each other`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            try await town.perform(
                AppointStaff(organisation: town.school.id, member: bo, role: .worker),
                as: .lead
            )
            try await town.perform(DeclareRelatives(member: ada, other: bo), as: .ada)
            let claim = try await town.perform(
                ClaimHours(
                    opportunity: town.opportunity.id,
                    member: ada,
                    day: TestClock.start.day,
                    minutes: Minutes(60)
                ),
                as: .ada
            )
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: claim.hours.id), as: .bo)
            }
        }
    }
}
