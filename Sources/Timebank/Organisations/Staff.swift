package import Ledger
internal import Store

/// A person with a role at an organisation.
package struct StaffMember: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    /// Their membership number; nil where they are not a member of the network.
    package let number: String?
    package let role: StaffRole
    package let since: Instant
}

/// Reads the roles at an organisation, longest-standing first.
package struct StaffQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "staff.list"
    package static let access: Access = .staff(.till) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// The maximum number of roles read.
    package static let most = 500

    /// A query for one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> [StaffMember] {
        try view.tx.all(
            """
            SELECT s.person, COALESCE(m.name, p.name), m.number, s.role, s.since
            FROM staff s JOIN person p ON p.id = s.person
                LEFT JOIN member m ON m.person = s.person AND m.network = s.network
            WHERE s.organisation = $1 ORDER BY s.since, s.person LIMIT $2
            """,
            organisation,
            Self.most,
            as: StaffMember.init
        )
    }
}

extension StaffMember {
    init(_ row: Row) throws {
        self.init(
            person: row.id(0),
            name: row.text(1),
            number: row.textIfAny(2),
            role: try row.word(3),
            since: row.instant(4)
        )
    }
}

extension StaffMember: Outcome {
    package var made: [Int64] { [person.raw, since.microseconds] }

    /// The role as it is now.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where the role has ended or changed since.
    package static func recall(_ made: [Int64], at view: View) throws -> StaffMember {
        guard let person = made.first else { throw AccessRefusal.notFound }
        let found = try view.tx.first(
            """
            SELECT s.person, COALESCE(m.name, p.name), m.number, s.role, s.since
            FROM staff s JOIN person p ON p.id = s.person
                LEFT JOIN member m ON m.person = s.person AND m.network = s.network
            WHERE s.person = $1 AND s.network = $2 AND s.since = $3
            """,
            person,
            view.here.id,
            made.last ?? 0,
            as: StaffMember.init
        )
        guard let found else { throw AccessRefusal.notFound }
        return found
    }
}
