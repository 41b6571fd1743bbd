internal import Ledger
internal import Store

/// The roles of a member in their network.
package struct Roles: Hashable, Sendable {
    /// A role at an organisation.
    package struct Post: Hashable, Sendable {
        package let organisation: Organisation.ID
        package let slug: Slug
        package let name: String
        package let role: StaffRole

        /// A role at the organisation with this id, slug and name.
        package init(
            organisation: Organisation.ID,
            slug: Slug,
            name: String,
            role: StaffRole
        ) {
            self.organisation = organisation
            self.slug = slug
            self.name = name
            self.role = role
        }
    }

    package let offices: [Office]
    package let posts: [Post]
    /// The names of the members for whom they act as guardian.
    package let wards: [String]

    /// - wards: The names of the members for whom they act.
    package init(offices: [Office], posts: [Post], wards: [String]) {
        self.offices = offices
        self.posts = posts
        self.wards = wards
    }
}

/// Returns a member's roles for the network and at organisations, and their wards.
package struct RolesQuery: Query {
    package let member: MemberName

    package static let name = "member.roles"
    package static let access: Access = .own || .coordinator || .operator
    package var subject: Subject { .owned(member) }

    /// Creates a query for one member.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> Roles {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        guard let person = found.person else { return Roles(offices: [], posts: [], wards: []) }
        return Roles(
            offices: try view.tx.offices(of: person, in: view.here.id),
            posts: try view.tx.posts(of: person, in: view.here.id),
            wards: try view.tx.wards(of: person, in: view.here.id)
        )
    }
}

extension Transaction {
    fileprivate func offices(of person: Person.ID, in network: Network.ID) throws -> [Office] {
        try all(
            "SELECT role FROM office WHERE network = $1 AND person = $2 ORDER BY role",
            network,
            person
        ) { try $0.word(0) }
    }

    fileprivate func posts(of person: Person.ID, in network: Network.ID) throws -> [Roles.Post] {
        try all(
            """
            SELECT o.id, o.slug, o.name, s.role
            FROM staff s JOIN organisation o ON o.id = s.organisation
            WHERE s.person = $1 AND s.network = $2 ORDER BY o.slug
            """,
            person,
            network
        ) {
            Roles.Post(
                organisation: $0.id(0),
                slug: try $0.slug(1),
                name: $0.text(2),
                role: try $0.word(3)
            )
        }
    }

    fileprivate func wards(of person: Person.ID, in network: Network.ID) throws -> [String] {
        try all(
            """
            SELECT m.name FROM guardian g JOIN member m ON m.id = g.ward
            WHERE g.guardian = $1 AND g.network = $2 ORDER BY m.name, m.id
            """,
            person,
            network
        ) { $0.text(0) }
    }
}
