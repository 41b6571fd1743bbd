package import Ledger
internal import Store
package import Timebank

extension Town {
    /// Staff enter and confirm hours of a member, who then has so many minutes more.
    package func earn(_ minutes: Int64, _ member: Member) async throws {
        try await perform(
            EnterHours(
                opportunity: opportunity.id,
                members: [.id(member.id)],
                day: bank.clock().day,
                minutes: Minutes(minutes),
                confirm: true,
                exception: "all on the day of a test"
            ),
            as: .worker
        )
    }

    /// A member claims hours that then wait.
    package func claim(
        _ minutes: Int64,
        _ member: Member,
        as role: Role = .worker
    ) async throws -> Hours {
        try await perform(
            ClaimHours(
                opportunity: opportunity.id,
                member: .id(member.id),
                day: bank.clock().day,
                minutes: Minutes(minutes)
            ),
            as: role
        ).hours
    }

    /// A gift or a payment from one member to another.
    @discardableResult
    package func give(
        _ minutes: Int64,
        from: Member,
        to: Member,
        as role: Role,
        request: String? = nil
    ) async throws -> Transfer {
        try await perform(
            Give(from: .id(from.wallet.id), to: .id(to.wallet.id), minutes: Minutes(minutes)),
            as: role,
            request: request
        )
    }

    /// The cinema accepts a member's credits for so many adults.
    @discardableResult
    package func redeem(_ adults: Int, _ member: Member, children: Int = 0) async throws -> Receipt
    {
        try await perform(
            Redeem(offer: offer.id, card: member.number, adults: adults, children: children),
            as: .till
        )
    }

    /// Makes somebody staff of an organisation, straight in the store.
    package func appoint(_ role: Role, _ rank: StaffRole, at place: Organisation) async throws {
        let (network, digest) = (network, Array("\(slug)-\(role.rawValue)".utf8))
        let now = bank.clock()
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO staff (organisation, person, network, role, since)
                SELECT $1, person, $2, $3, $5 FROM token WHERE digest = $4
                """,
                place.id,
                network.id,
                rank.rawValue,
                digest,
                now
            )
        }
        let given = GivenRole.Staff([place.id.raw, try await person(role).raw])
        _ = try await bank.perform(given, in: slug, as: .console)
    }

    /// What any account of the town holds.
    package func minutes(in account: Account) async throws -> Minutes {
        let network = network
        return try await database.read { try $0.balance(of: account, in: network.id) }
    }

    /// How many transfers there are.
    package func transfers() async throws -> Int {
        try await database.read {
            try $0.first("SELECT COUNT(*) FROM transfer", as: { Int($0.integer(0)) }) ?? -1
        }
    }
}
