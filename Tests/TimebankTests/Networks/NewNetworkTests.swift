internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct NewNetworkTests {
    @Test(arguments: Backend.available, Network.Model.allCases)
    func `the first trade works in a new network without any limit set`(
        on backend: Backend,
        model: Network.Model
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let founded = try await bank.perform(
                FoundNetwork(
                    network: CreateNetwork(slug: "ely", title: "Ely", model: model),
                    coordinator: "Jo Marsh"
                ),
                as: .console
            ).outcome
            let jo = try await signIn(founded, bank)
            func perform<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
                try await bank.perform(asked, in: founded.network.slug, as: jo).outcome
            }
            let school = try await perform(
                AddOrganisation(title: "A school", slug: "school", earns: true, spends: .no)
            )
            let reading = try await perform(
                AddOpportunity(organisation: school.id, title: "Reading")
            )
            let (ada, bo) = (
                try await perform(AddMember(name: "Ada")), try await perform(AddMember(name: "Bo"))
            )
            let entered = try await perform(
                EnterHours(
                    opportunity: reading.id,
                    members: [.id(ada.id)],
                    day: bank.clock().day,
                    minutes: Minutes(120),
                    confirm: true
                )
            )
            #expect(entered.confirmed.count == 1)
            let given = try await perform(
                Give(from: .id(ada.wallet.id), to: .id(bo.wallet.id), minutes: Minutes(60))
            )
            #expect(given.toLink.balance == Minutes(60))
            #expect(given.kind == (model == .mutual ? .exchange : .gift))
            let balances = try await database.read { tx in
                try tx.first("SELECT CAST(SUM(balance) AS BIGINT) FROM account") { $0.integer(0) }
            }
            let issued = try await database.read { tx in
                try tx.balance(of: founded.network.issuance, in: founded.network.id)
            }
            #expect((balances ?? 0) + issued.count == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `the first coordinator has a number, and a code that is good once`(
        on backend: Backend
    ) async throws {
        try await withBank(on: backend) { bank, _ in
            let founded = try await bank.perform(
                FoundNetwork(
                    network: CreateNetwork(slug: "ely", title: "Ely"),
                    coordinator: "Jo Marsh",
                    login: "Jo@Example.org "
                ),
                as: .console
            ).outcome
            #expect(MemberNumber(founded.coordinator.number)?.ordinal == 1_001)
            #expect(founded.coordinator.email == "jo@example.org")
            let jo = try await signIn(founded, bank)
            let me = try await bank.ask(MeQuery(), as: jo)
            #expect(me.person.login == "jo@example.org")
            #expect(me.roles == [Me.Role(network: founded.network.slug, role: .coordinator)])
            await #expect(throws: SigningInRefusal.codeInvalid) { try await signIn(founded, bank) }
        }
    }

    @Test(arguments: Backend.available)
    func `a network that cannot be made leaves nothing behind`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, database in
            func found(
                _ slug: String,
                zone: String = "Europe/London",
                _ name: String = "Jo"
            )
                async throws
            {
                _ = try await bank.perform(
                    FoundNetwork(
                        network: CreateNetwork(slug: slug, title: "Ely", zone: zone),
                        coordinator: name
                    ),
                    as: .console
                )
            }
            try await found("ely")
            await #expect(throws: NetworksRefusal.slugTaken(field: "slug")) {
                try await found("ely")
            }
            for slug in ["Ely", "e", "api", "-ely", "ely town", "sign-in"] {
                await #expect(throws: FieldRefusal.invalid(field: "slug", .malformed)) {
                    try await found(slug)
                }
            }
            await #expect(throws: FieldRefusal.invalid(field: "zone", .unknown)) {
                try await found("hull", zone: "Europe/Hull")
            }
            await #expect(throws: FieldRefusal.invalid(field: "name", .missing)) {
                try await found("hull", " ")
            }
            let counts = try await database.read { tx in
                try tx.first(
                    """
                    SELECT (SELECT COUNT(*) FROM network), (SELECT COUNT(*) FROM member),
                        (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM code)
                    """,
                    as: { row in (0..<4).map { row.integer($0) } }
                )
            }
            #expect(counts == [1, 1, 1, 1])
        }
    }

    /// Chooses a password with the code that came with a network.
    private func signIn(_ founded: FoundedNetwork, _ bank: Bank) async throws -> Credential {
        try await SignIn(bank, hall: PasswordHashQueue(cores: 3, cost: .cheap)).useCode(
            founded.code.revealed,
            password: "five warm loaves",
            address: .home,
            purpose: .page
        ).token.credential
    }
}
