internal import Ledger
internal import Store

/// Everything that a person is, in all networks, by which acts on them are permitted or refused.
struct Standing: Sendable {
    /// One thing that a person is in one network.
    enum Capacity: Sendable, Hashable {
        case member(Network.ID, hasCredits: Bool, broughtBy: Organisation.ID?)
        /// Acts for a member of this network.
        case guardian(Network.ID)
        case office(Network.ID, Office)
        case staff(Network.ID, Organisation.ID, StaffRole)

        var network: Network.ID {
            switch self {
            case .member(let network, _, _), .guardian(let network), .office(let network, _),
                .staff(let network, _, _):
                network
            }
        }
    }

    let capacities: [Capacity]
    /// Whether they have ever signed in: they have a password or an unrevoked token.
    let signsIn: Bool
    let isOperator: Bool

    /// For a member without a person, where nothing else about the member matters.
    static let nobody = Standing(capacities: [], signsIn: false, isOperator: false)

    /// Whether they belong to no network and are no operator.
    var isNothing: Bool { capacities.isEmpty && !isOperator }

    /// Whether any wallet of theirs, in any network, has a positive balance or a hold.
    var hasCredits: Bool {
        capacities.contains {
            if case .member(_, hasCredits: true, _) = $0 { true } else { false }
        }
    }

    /// All networks in which they have any membership or role.
    var networks: Set<Network.ID> { Set(capacities.map(\.network)) }

    /// The networks that they coordinate.
    var coordinates: Set<Network.ID> {
        Set(
            capacities.compactMap { if case .office(let id, .coordinator) = $0 { id } else { nil } }
        )
    }

    /// The organisations that they lead.
    var leads: Set<Organisation.ID> {
        Set(capacities.compactMap { if case .staff(_, let id, .lead) = $0 { id } else { nil } })
    }

    /// Whether they are members of this network and nothing else anywhere.
    func isOnlyMember(of network: Network.ID) -> Bool {
        !isOperator
            && capacities.allSatisfy {
                if case .member(network, _, _) = $0 { true } else { false }
            }
    }
}

extension Transaction {
    /// What a member's person is; for a member without a person, what the member is.
    func standing(of member: Member, in network: Network.ID) throws -> Standing {
        if let person = member.person { return try standing(of: person) }
        let capacity = try first(
            """
            SELECT CASE WHEN a.balance > 0 OR a.held > 0 THEN 1 ELSE 0 END, m.brought_by
            FROM member m JOIN account a ON a.id = m.wallet WHERE m.id = $1
            """,
            member.id
        ) { Standing.Capacity.member(network, hasCredits: $0.flag(0), broughtBy: $0.idIfAny(1)) }
        return Standing(capacities: capacity.map { [$0] } ?? [], signsIn: false, isOperator: false)
    }

    /// What a person is, in all networks.
    func standing(of person: Person.ID) throws -> Standing {
        let sign = try first(
            """
            SELECT CASE WHEN p.password IS NOT NULL OR EXISTS (
                    SELECT 1 FROM token t WHERE t.person = p.id) THEN 1 ELSE 0 END,
                CASE WHEN o.person IS NULL THEN 0 ELSE 1 END
            FROM person p LEFT JOIN operator o ON o.person = p.id WHERE p.id = $1
            """,
            person
        ) { (signsIn: $0.flag(0), isOperator: $0.flag(1)) }
        return Standing(
            capacities: try beyond { try capacities(of: person) },
            signsIn: sign?.signsIn ?? false,
            isOperator: sign?.isOperator ?? false
        )
    }

    private func capacities(of person: Person.ID) throws -> [Standing.Capacity] {
        try all(
            """
            SELECT 'member', m.network, m.brought_by,
                CASE WHEN a.balance > 0 OR a.held > 0 THEN 1 ELSE 0 END
            FROM member m JOIN account a ON a.id = m.wallet WHERE m.person = $1
            UNION ALL SELECT 'guardian', network, NULL, 0 FROM guardian WHERE guardian = $1
            UNION ALL SELECT role, network, NULL, 0 FROM office WHERE person = $1
            UNION ALL SELECT role, network, organisation, 0 FROM staff WHERE person = $1
            """,
            person
        ) { row in
            let (word, network) = (row.text(0), Network.ID(raw: row.integer(1)))
            let organisation: Organisation.ID? = row.idIfAny(2)
            if let role = StaffRole(rawValue: word), let organisation {
                return .staff(network, organisation, role)
            }
            if let office = Office(rawValue: word) { return .office(network, office) }
            return word == "guardian"
                ? .guardian(network)
                : .member(network, hasCredits: row.flag(3), broughtBy: organisation)
        }
    }
}
