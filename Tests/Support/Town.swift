package import Ledger
package import Store
package import Timebank

/// A small network with two organisations, two members and a person in each role, for tests.
package struct Town: Sendable {
    package let bank: Bank
    package let database: Database
    package let network: Network
    package let school: Organisation
    package let cinema: Organisation
    package let opportunity: Opportunity
    package let offer: Offer
    package let ada: Member
    package let bo: Member
    /// A credential for each role; its token digest is derived from the names of network and role.
    package let tokens: [Role: Credential]

    /// A person who can sign in, named after their role.
    package enum Role: String, CaseIterable, Sendable {
        case ada, bo, lead, worker, till, coordinator, funder, guardian, `operator`, stranger
    }

    package var slug: Slug { network.slug }

    /// Returns the credential of a role, for calls to the bank.
    package func who(_ role: Role) -> Credential { tokens[role] ?? .nobody }
}

extension Town {
    /// Performs an operation in the town's network.
    @discardableResult
    package func perform<Asked: Operation>(
        _ asked: Asked,
        as role: Role,
        request: String? = nil
    ) async throws -> Asked.Result {
        try await bank.perform(
            asked,
            in: slug,
            as: who(role),
            request: request.flatMap { RequestKey($0) }
        ).outcome
    }

    /// Asks a query in the town's network.
    package func ask<Asked: Query>(_ asked: Asked, as role: Role) async throws -> Asked.Answer {
        try await bank.ask(asked, in: slug, as: who(role))
    }

    /// Returns the balance of a member's wallet.
    package func minutes(of member: Member) async throws -> Minutes {
        let network = network
        return try await database.read { tx in
            try tx.balance(of: member.wallet, in: network.id)
        }
    }

    /// Returns the sum over all accounts, which must be zero.
    ///
    /// Stored balances are added to those of accounts without one, which come from roll-ups and
    /// transfers.
    package func sum() async throws -> Minutes {
        let network = network
        return try await database.read { tx in
            let counted =
                try tx.first(
                    "SELECT CAST(SUM(balance) AS BIGINT) FROM account WHERE network = $1",
                    network.id,
                    as: { Minutes($0.integer(0)) }
                ) ?? .zero
            let uncounted = try tx.all(
                "SELECT account, kind FROM rollup WHERE network = $1",
                network.id
            ) { (Account.ID(raw: $0.integer(0)), AccountKind(rawValue: $0.integer(1))) }
            return try uncounted.reduce(counted) { sum, account in
                guard let kind = account.1 else { return sum }
                return sum + (try tx.balance(of: Account(account.0, kind), in: network.id))
            }
        }
    }
}

/// Runs `body` in a new town and then checks that the balances add up to zero.
///
/// - Throws: ``Unbalanced`` if they do not.
@discardableResult
package func withTown<T>(
    on backend: Backend,
    of scheme: Scheme = .standard,
    clock: TestClock = TestClock(),
    model: Network.Model = .credits,
    policy: Policy? = nil,
    _ body: (Town) async throws -> T
) async throws -> T {
    try await withBank(on: backend, of: scheme, clock: clock) { bank, database in
        let town = try await Town.found(bank, database, model: model, policy: policy)
        let result = try await body(town)
        let sum = try await town.sum()
        guard sum == .zero else { throw Unbalanced(by: sum) }
        return result
    }
}

/// The balances of a network do not add up to zero.
package struct Unbalanced: Error {
    package let by: Minutes
}

extension Town {
    /// Makes a town with its network, organisations and members, and a signed-in person in each
    /// role.
    package static func found(
        _ bank: Bank,
        _ database: Database,
        model: Network.Model,
        policy: Policy? = nil,
        slug: String = "wisbech"
    ) async throws -> Town {
        let (network, office) = try await Townhall.open(
            bank,
            model: model,
            policy: policy,
            slug: slug
        )
        let school = try await office.perform(
            AddOrganisation(title: "Orchard Lane School", slug: "school", earns: true, spends: .no)
        )
        let cinema = try await office.perform(
            AddOrganisation(
                title: "Riverside Cinema",
                slug: "cinema",
                earns: false,
                spends: .corporate
            )
        )
        let opportunity = try await office.perform(
            AddOpportunity(organisation: school.id, title: "Reading with Year 2")
        )
        let offer = try await office.perform(
            AddOffer(
                organisation: cinema.id,
                title: "Film, any screen",
                adult: Minutes(60),
                child: Minutes(30)
            )
        )
        let ada = try await office.perform(AddMember(name: "Ada Nowak"))
        let bo = try await office.perform(AddMember(name: "Bo Kalniņš"))
        let cast = Cast(network, school, cinema, ada, bo, now: bank.clock())
        let tokens = try await database.write { try cast.enter($0) }
        try await office.signIn(cast)
        try await office.explain(cast)
        return Town(
            bank: bank,
            database: database,
            network: network,
            school: school,
            cinema: cinema,
            opportunity: opportunity,
            offer: offer,
            ada: ada,
            bo: bo,
            tokens: tokens
        )
    }
}

/// Performs operations with the rights of the command line, to set up a town.
private struct Townhall {
    let bank: Bank
    let slug: Slug

    static func open(
        _ bank: Bank,
        model: Network.Model,
        policy: Policy?,
        slug: String
    ) async throws -> (Network, Townhall) {
        let network = try await bank.perform(
            CreateNetwork(slug: slug, title: "Fenside Time Credits", model: model, policy: policy),
            as: .console
        ).outcome
        return (network, Townhall(bank: bank, slug: network.slug))
    }

    func perform<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await bank.perform(asked, in: slug, as: .console).outcome
    }

    /// Inserts a token for each role.
    func signIn(_ cast: Cast) async throws {
        let tokens = Town.Role.allCases.map { (digest: cast.digest($0), person: cast.person($0)) }
        _ = try await bank.perform(GiveTokens(tokens), as: .console)
    }

    /// Writes the journal rows that operations would have written when they gave the roles.
    func explain(_ cast: Cast) async throws {
        for role in Town.Role.allCases {
            let person = cast.person(role)
            switch role {
            case .lead: _ = try await perform(GivenRole.Staff([cast.school.id.raw, person, 3]))
            case .worker: _ = try await perform(GivenRole.Staff([cast.school.id.raw, person, 2]))
            case .till: _ = try await perform(GivenRole.Staff([cast.cinema.id.raw, person, 1]))
            case .coordinator: _ = try await perform(GivenRole.Office([person, 1]))
            case .funder: _ = try await perform(GivenRole.Office([person, 2]))
            case .guardian: _ = try await perform(GivenRole.Guardian([cast.bo.id.raw, person]))
            case .operator:
                _ = try await bank.perform(GivenRole.Operator([person]), as: .console)
            case .ada, .bo, .stranger: break
            }
        }
    }
}

/// Inserts the people and their roles directly, because operations would need them to sign in
/// first.
private struct Cast: Sendable {
    let network: Network
    let school: Organisation
    let cinema: Organisation
    let ada: Member
    let bo: Member
    let now: Instant

    init(
        _ network: Network,
        _ school: Organisation,
        _ cinema: Organisation,
        _ ada: Member,
        _ bo: Member,
        now: Instant
    ) {
        self.network = network
        self.school = school
        self.cinema = cinema
        self.ada = ada
        self.bo = bo
        self.now = now
    }

    func person(_ role: Town.Role) -> Int64 {
        network.id.raw + Int64(Town.Role.allCases.firstIndex(of: role) ?? 0) + 1
    }

    func digest(_ role: Town.Role) -> [UInt8] { Array("\(network.slug)-\(role.rawValue)".utf8) }

    func enter(_ tx: Transaction) throws -> [Town.Role: Credential] {
        var tokens: [Town.Role: Credential] = [:]
        for role in Town.Role.allCases {
            let person = person(role)
            try tx.run(
                "INSERT INTO person (id, name, language, created_at) VALUES ($1, $2, 'en', $3)",
                person,
                role.rawValue,
                now
            )
            try place(role, person, tx)
            tokens[role] = .token(digest(role))
        }
        return tokens
    }

    private func place(_ role: Town.Role, _ person: Int64, _ tx: Transaction) throws {
        switch role {
        case .ada: try tx.run("UPDATE member SET person = $1 WHERE id = $2", person, ada.id)
        case .bo: try tx.run("UPDATE member SET person = $1 WHERE id = $2", person, bo.id)
        case .lead, .worker: try staff(person, school, role, tx)
        case .till: try staff(person, cinema, role, tx)
        case .coordinator, .funder:
            try tx.run(
                "INSERT INTO office (network, person, role, since) VALUES ($1, $2, $3, $4)",
                network.id,
                person,
                role.rawValue,
                now
            )
        case .guardian:
            try tx.run(
                "INSERT INTO guardian (network, guardian, ward, since) VALUES ($1, $2, $3, $4)",
                network.id,
                person,
                bo.id,
                now
            )
        case .operator:
            try tx.run("INSERT INTO operator (person, since) VALUES ($1, $2)", person, now)
        case .stranger: break
        }
    }

    private func staff(
        _ person: Int64,
        _ place: Organisation,
        _ role: Town.Role,
        _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO staff (organisation, person, network, role, since)
            VALUES ($1, $2, $3, $4, $5)
            """,
            place.id,
            person,
            network.id,
            role.rawValue,
            now
        )
    }
}
