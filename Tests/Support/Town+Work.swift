package import Ledger
internal import Store
package import Timebank

extension Town {
    /// Staff enter and confirm hours of a member, who is paid that many minutes.
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

    /// Claims hours of a member, which then wait for confirmation.
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

    /// Makes a gift, or in a mutual network a payment, from one member to another.
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

    /// The cinema's till accepts a member's credits for that many adults and children.
    @discardableResult
    package func redeem(_ adults: Int, _ member: Member, children: Int = 0) async throws -> Receipt
    {
        try await perform(
            Redeem(offer: offer.id, card: member.number, adults: adults, children: children),
            as: .till
        )
    }

    /// Gives the person of `role` the rank `rank` at an organisation.
    ///
    /// It inserts the row directly and then writes the journal row that an operation would have
    /// written.
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

    /// Returns the balance of any account of the town.
    package func minutes(in account: Account) async throws -> Minutes {
        let network = network
        return try await database.read { try $0.balance(of: account, in: network.id) }
    }

    /// Returns the number of transfers in the database.
    package func transfers() async throws -> Int {
        try await database.read {
            try $0.first("SELECT COUNT(*) FROM transfer", as: { Int($0.integer(0)) }) ?? -1
        }
    }
}
