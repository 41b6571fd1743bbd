package import Ledger
internal import Store

/// What an operation or a query is about: whose it is decides who may.
package enum Subject: Sendable, Hashable {
    case installation
    case network
    case member(MemberName)
    case organisation(Organisation.ID)
    case account(AccountName)
    case transfer(Transfer.ID)
    /// A transfer as whoever paid it sees it.
    case payment(Transfer.ID)
    case opportunity(Opportunity.ID)
    /// Hours that a member gave to an opportunity's organisation and that are not recorded yet.
    case claim(Opportunity.ID, MemberName)
    case hours(Hours.ID)
    case offer(Offer.ID)
    case redemption(Redemption.ID)
}

/// A subject found in its network, with whom it belongs to.
package struct Scene: Sendable, Hashable {
    /// The organisation whose it is, if it is one's.
    package let organisation: Organisation.ID?
    /// The member whose it is, if it is one's.
    package let member: Member.ID?
    /// Who signs in as that member.
    package let person: Person.ID?
    /// Whether every member of the network may know of it.
    package let isPublic: Bool

    /// A scene of nobody's own.
    static let open = Scene(organisation: nil, member: nil, person: nil, isPublic: true)
}

extension Subject {
    /// Whether doing something here can be doing it for somebody.
    var isSomebodys: Bool {
        switch self {
        case .member, .account, .claim: true
        default: false
        }
    }

    /// Finds the subject in a network; nil when the network has none such.
    func scene(in tx: Transaction, network: Network?) throws -> Scene? {
        switch self {
        case .installation: return .open
        case .network: return network == nil ? nil : .open
        default: break
        }
        guard let network = network?.id else { return nil }
        switch self {
        case .installation, .network: return .open
        case .member(let name): return try tx.scene(member: name, in: network)
        case .organisation(let id): return try tx.scene(organisation: id, in: network)
        case .account(let name): return try tx.scene(account: name, in: network)
        case .transfer(let id): return try tx.scene(transfer: id, in: network)
        case .payment(let id): return try tx.scene(payment: id, in: network)
        case .opportunity(let id): return try tx.scene(opportunity: id, in: network)
        case .claim(let id, let member):
            return try tx.scene(claim: id, by: member, in: network)
        case .hours(let id): return try tx.scene(hours: id, in: network)
        case .offer(let id): return try tx.scene(offer: id, in: network)
        case .redemption(let id): return try tx.scene(redemption: id, in: network)
        }
    }
}

extension Transaction {
    fileprivate func scene(member name: MemberName, in network: Network.ID) throws -> Scene? {
        try member(name, in: network).map {
            Scene(organisation: nil, member: $0.id, person: $0.person, isPublic: false)
        }
    }

    fileprivate func scene(
        claim id: Opportunity.ID,
        by name: MemberName,
        in network: Network.ID
    ) throws -> Scene? {
        guard let place = try scene(opportunity: id, in: network),
            let member = try member(name, in: network)
        else { return nil }
        return Scene(
            organisation: place.organisation,
            member: member.id,
            person: member.person,
            isPublic: false
        )
    }

    fileprivate func scene(
        organisation id: Organisation.ID,
        in network: Network.ID
    ) throws
        -> Scene?
    {
        try first("SELECT id FROM organisation WHERE id = $1 AND network = $2", id, network) {
            Scene(organisation: $0.id(0), member: nil, person: nil, isPublic: true)
        }
    }

    fileprivate func scene(account name: AccountName, in network: Network.ID) throws -> Scene? {
        if case .id(let id) = name, let scene = try scene(wallet: id, in: network) { return scene }
        guard let account = try account(name, in: network) else { return nil }
        switch account.kind {
        case .wallet:
            return try scene(wallet: account.account.id, in: network)
                ?? Scene(organisation: nil, member: nil, person: nil, isPublic: false)
        case .allocation, .takings:
            return Scene(
                organisation: Organisation.ID(raw: account.holder),
                member: nil,
                person: nil,
                isPublic: false
            )
        case .pot:
            return Scene.open
        case .issuance, .notes, .loss, .mirror:
            return Scene(organisation: nil, member: nil, person: nil, isPublic: false)
        }
    }

    /// The scene of a member's wallet; nil for any other account.
    private func scene(wallet id: Account.ID, in network: Network.ID) throws -> Scene? {
        try first(
            """
            SELECT m.id, m.person FROM account a JOIN member m ON m.id = a.holder
            WHERE a.id = $1 AND a.network = $2 AND a.kind = 1
            """,
            id,
            network
        ) { Scene(organisation: nil, member: $0.id(0), person: $0.idIfAny(1), isPublic: false) }
    }

    fileprivate func scene(transfer id: Transfer.ID, in network: Network.ID) throws -> Scene? {
        try first("SELECT id FROM transfer WHERE id = $1 AND network = $2", id, network) { _ in
            Scene(organisation: nil, member: nil, person: nil, isPublic: false)
        }
    }

    fileprivate func scene(payment id: Transfer.ID, in network: Network.ID) throws -> Scene? {
        guard let paid = try transfer(id, in: network) else { return nil }
        guard paid.from.kind == .wallet else {
            return Scene(organisation: nil, member: nil, person: nil, isPublic: false)
        }
        return try scene(account: .id(paid.from.id), in: network)
    }

    fileprivate func scene(
        opportunity id: Opportunity.ID,
        in network: Network.ID
    ) throws
        -> Scene?
    {
        try first(
            "SELECT organisation FROM opportunity WHERE id = $1 AND network = $2",
            id,
            network
        ) {
            Scene(organisation: $0.id(0), member: nil, person: nil, isPublic: true)
        }
    }

    fileprivate func scene(hours id: Hours.ID, in network: Network.ID) throws -> Scene? {
        try first(
            """
            SELECT h.organisation, h.member, m.person
            FROM hours h JOIN member m ON m.id = h.member
            WHERE h.id = $1 AND h.network = $2
            """,
            id,
            network
        ) {
            Scene(
                organisation: $0.id(0),
                member: $0.id(1),
                person: $0.idIfAny(2),
                isPublic: false
            )
        }
    }

    fileprivate func scene(offer id: Offer.ID, in network: Network.ID) throws -> Scene? {
        try first(
            "SELECT organisation FROM offer WHERE id = $1 AND network = $2",
            id,
            network
        ) {
            Scene(organisation: $0.id(0), member: nil, person: nil, isPublic: true)
        }
    }

    fileprivate func scene(redemption id: Redemption.ID, in network: Network.ID) throws -> Scene? {
        try first(
            """
            SELECT r.organisation, r.member, m.person
            FROM redemption r JOIN member m ON m.id = r.member
            WHERE r.id = $1 AND r.network = $2
            """,
            id,
            network
        ) {
            Scene(
                organisation: $0.id(0),
                member: $0.id(1),
                person: $0.idIfAny(2),
                isPublic: false
            )
        }
    }
}
