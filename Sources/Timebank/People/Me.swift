package import Ledger
internal import Store

/// The signed-in person with all roles and memberships, in every network.
package struct Me: Sendable, Hashable {
    /// A role in a network.
    package struct Role: Sendable, Hashable {
        package let network: Slug
        package let role: Office
    }

    /// A membership with the balance of its wallet.
    package struct Membership: Sendable, Hashable {
        package let network: Slug
        package let member: Member.ID
        package let number: String
        package let account: Account.ID
        package let minutes: Minutes
        package let held: Minutes
    }

    /// A role at an organisation.
    package struct Post: Sendable, Hashable {
        package let network: Slug
        package let organisation: Organisation.ID
        package let role: StaffRole
    }

    /// A member for whom the person acts as guardian.
    package struct Ward: Sendable, Hashable {
        package let network: Slug
        package let member: Member.ID
        package let name: String
        package let account: Account.ID
    }

    package let person: Person
    package let isOperator: Bool
    package let roles: [Role]
    package let memberships: [Membership]
    package let staff: [Post]
    package let wards: [Ward]
    /// What others did to the person's account and the person has not acknowledged, oldest first.
    package let notices: [Notice]
}

/// Returns the signed-in person.
package struct MeQuery: Query {
    package static let name = "me"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    /// Creates the query.
    package init() {}

    package func answer(at view: View) throws -> Me {
        guard let id = view.actor.person, let person = try view.tx.person(id) else {
            throw AccessRefusal.notSignedIn
        }
        return Me(
            person: person,
            isOperator: view.actor.isOperator,
            roles: try view.tx.offices(of: id),
            memberships: try view.tx.memberships(of: id),
            staff: try view.tx.posts(of: id),
            wards: try view.tx.wards(of: id),
            notices: try view.tx.notices(for: id)
        )
    }
}

extension Transaction {
    fileprivate func offices(of person: Person.ID) throws -> [Me.Role] {
        try all(
            """
            SELECT n.slug, o.role FROM office o JOIN network n ON n.id = o.network
            WHERE o.person = $1 ORDER BY n.slug, o.role
            """,
            person
        ) { Me.Role(network: try $0.slug(0), role: try $0.word(1)) }
    }

    fileprivate func memberships(of person: Person.ID) throws -> [Me.Membership] {
        try all(
            """
            SELECT n.slug, m.id, m.number, a.id, a.balance, a.held
            FROM member m JOIN network n ON n.id = m.network JOIN account a ON a.id = m.wallet
            WHERE m.person = $1 ORDER BY n.slug
            """,
            person
        ) {
            Me.Membership(
                network: try $0.slug(0),
                member: $0.id(1),
                number: $0.text(2),
                account: $0.id(3),
                minutes: $0.minutes(4),
                held: $0.minutes(5)
            )
        }
    }

    fileprivate func posts(of person: Person.ID) throws -> [Me.Post] {
        try all(
            """
            SELECT n.slug, s.organisation, s.role
            FROM staff s JOIN network n ON n.id = s.network
            WHERE s.person = $1 ORDER BY n.slug, s.organisation
            """,
            person
        ) { Me.Post(network: try $0.slug(0), organisation: $0.id(1), role: try $0.word(2)) }
    }

    fileprivate func wards(of person: Person.ID) throws -> [Me.Ward] {
        try all(
            """
            SELECT n.slug, m.id, m.name, m.wallet
            FROM guardian g JOIN member m ON m.id = g.ward JOIN network n ON n.id = m.network
            WHERE g.guardian = $1 ORDER BY n.slug, m.id
            """,
            person
        ) {
            Me.Ward(
                network: try $0.slug(0),
                member: $0.id(1),
                name: $0.text(2),
                account: $0.id(3)
            )
        }
    }
}

extension Row {
    /// The column as a slug.
    ///
    /// - Throws: ``StoreError/failed(_:)`` if the text is not a valid slug.
    func slug(_ column: Int) throws -> Slug {
        guard let slug = Slug(text(column)) else { throw StoreError.failed("a slug is malformed") }
        return slug
    }
}
