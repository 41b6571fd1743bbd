package import Ledger
internal import Store

/// The reader of a network's pages, with the roles that decide which pages they are offered.
package struct Visitor: Sendable, Hashable {
    /// A role at an organisation.
    package struct Post: Sendable, Hashable {
        package let organisation: Organisation.ID
        package let name: String
        package let role: StaffRole
        package let earns: Bool
        /// Whether the organisation accepts credits.
        package let hasTill: Bool
    }

    /// A member for whom they act as guardian.
    package struct Ward: Sendable, Hashable {
        package let member: Member.ID
        package let name: String
        package let account: Account.ID
        /// The spendable balance, in minutes.
        package let minutes: Minutes
    }

    package let network: Network
    /// Nil if they are not signed in.
    package let person: Person?
    /// Their membership in the network; nil if they have none.
    package let member: Member?
    package let offices: Set<Office>
    package let posts: [Post]
    package let wards: [Ward]
    package let isOperator: Bool
    /// What others did to their account and they have not acknowledged, oldest first.
    package let notices: [Notice]

    /// Whether they are a coordinator of the network.
    package var isCoordinator: Bool { offices.contains(.coordinator) }

    /// A visitor who is not signed in.
    package static func stranger(to network: Network) -> Visitor {
        Visitor(
            network: network,
            person: nil,
            member: nil,
            offices: [],
            posts: [],
            wards: [],
            isOperator: false,
            notices: []
        )
    }
}

extension View {
    /// The visitor who reads this view.
    ///
    /// - Throws: ``AccessRefusal/notFound`` if the view has no network.
    func visitor() throws -> Visitor {
        let network = try here
        guard let id = actor.person, let (person, isTold) = try tx.reader(id) else {
            return .stranger(to: network)
        }
        return Visitor(
            network: network,
            person: person,
            member: try tx.member(of: id, in: network.id),
            offices: try tx.offices(of: id, in: network.id),
            posts: try tx.posts(of: id, in: network.id),
            wards: try tx.wards(of: id, in: network.id),
            isOperator: actor.isOperator,
            notices: isTold ? try tx.notices(for: id) : []
        )
    }
}

extension Transaction {
    /// The person, and whether they have unacknowledged notices.
    ///
    /// One query answers both; the notices themselves are read only when there are any, which is
    /// rare.
    fileprivate func reader(_ id: Person.ID) throws -> (Person, isTold: Bool)? {
        try first(
            """
            SELECT p.id, p.login, p.name, p.language, CASE WHEN EXISTS (
                SELECT 1 FROM notice n WHERE n.person = p.id AND n.seen_at IS NULL)
                THEN 1 ELSE 0 END
            FROM person p WHERE p.id = $1
            """,
            id
        ) {
            let person = Person(
                id: $0.id(0),
                login: $0.textIfAny(1),
                name: $0.text(2),
                language: $0.text(3)
            )
            return (person, isTold: $0.flag(4))
        }
    }

    fileprivate func offices(of person: Person.ID, in network: Network.ID) throws -> Set<Office> {
        let roles: [Office] = try all(
            "SELECT role FROM office WHERE network = $1 AND person = $2",
            network,
            person
        ) { try $0.word(0) }
        return Set(roles)
    }

    fileprivate func posts(
        of person: Person.ID,
        in network: Network.ID
    ) throws -> [Visitor.Post] {
        try all(
            """
            SELECT s.organisation, o.name, s.role, o.earns, o.spends
            FROM staff s JOIN organisation o ON o.id = s.organisation
            WHERE s.person = $1 AND s.network = $2 ORDER BY o.name, o.id
            """,
            person,
            network
        ) {
            Visitor.Post(
                organisation: $0.id(0),
                name: $0.text(1),
                role: try $0.word(2),
                earns: $0.flag(3),
                hasTill: $0.text(4) != Organisation.Spends.no.rawValue
            )
        }
    }

    fileprivate func wards(
        of person: Person.ID,
        in network: Network.ID
    ) throws -> [Visitor.Ward] {
        try all(
            """
            SELECT m.id, m.name, a.id, a.balance - a.held
            FROM guardian g JOIN member m ON m.id = g.ward JOIN account a ON a.id = m.wallet
            WHERE g.guardian = $1 AND g.network = $2 ORDER BY m.name, m.id
            """,
            person,
            network
        ) {
            Visitor.Ward(
                member: $0.id(0),
                name: $0.text(1),
                account: $0.id(2),
                minutes: $0.minutes(3)
            )
        }
    }
}
