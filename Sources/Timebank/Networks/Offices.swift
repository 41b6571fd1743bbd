internal import Ledger
internal import Store

/// Makes a member a coordinator or funder of the network.
package struct Appoint: Operation {
    package let member: MemberName
    package let office: Office

    package static let name = "office.appoint"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// An appointment of a member to a role.
    package init(member: MemberName, office: Office) {
        self.member = member
        self.office = office
    }

    package func run(at desk: Desk) throws -> OfficeHolder {
        try desk.give(office, to: try desk.keep(member))
    }
}

/// Removes a person's role as coordinator or funder.
///
/// Only an operator, or the coordinator themselves, may remove a coordinator.
package struct Dismiss: Operation {
    package let person: Person.ID
    package let office: Office

    package static let name = "office.dismiss"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// The removal of a role.
    package init(person: Person.ID, office: Office) {
        self.person = person
        self.office = office
    }

    package func run(at desk: Desk) throws -> Done {
        let isAbove = desk.actor.isOperator || desk.actor.person == person
        guard isAbove || office != .coordinator else { throw AccessRefusal.outranked }
        let rows = try desk.tx.change(
            "DELETE FROM office WHERE network = $1 AND person = $2 AND role = $3",
            desk.here.id,
            person,
            office.rawValue
        )
        guard rows == 1 else { throw AccessRefusal.notFound }
        desk.touch(person)
        return Done()
    }
}

/// A coordinator or funder of a network.
package struct OfficeHolder: Hashable, Sendable {
    package let person: Person.ID
    package let name: String
    /// Their membership number; nil where they are not a member of the network.
    package let number: String?
    package let office: Office
}

/// Reads the coordinators and funders of a network, by role and then oldest first, at most 200.
package struct OfficesQuery: Query {
    package static let name = "office.list"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// A query for the network of the request.
    package init() {}

    package func answer(at view: View) throws -> [OfficeHolder] {
        try view.tx.all(
            """
            SELECT o.person, COALESCE(m.name, p.name), m.number, o.role
            FROM office o JOIN person p ON p.id = o.person
                LEFT JOIN member m ON m.person = o.person AND m.network = o.network
            WHERE o.network = $1 ORDER BY o.role, o.since, o.person LIMIT 200
            """,
            view.here.id,
            as: OfficeHolder.init
        )
    }
}

extension OfficeHolder {
    init(_ row: Row) throws {
        self.init(
            person: row.id(0),
            name: row.text(1),
            number: row.textIfAny(2),
            office: try row.word(3)
        )
    }
}

extension OfficeHolder: Outcome {
    package var made: [Int64] {
        [person.raw, Int64(Office.allCases.firstIndex(of: office) ?? 0)]
    }

    /// The role as it is now.
    ///
    /// - Throws: ``AccessRefusal/notFound`` where the person no longer holds it.
    package static func recall(_ made: [Int64], at view: View) throws -> OfficeHolder {
        let holders = try OfficesQuery().answer(at: view)
        guard let found = holders.first(where: { $0.made == made }) else {
            throw AccessRefusal.notFound
        }
        return found
    }
}

extension Desk {
    /// Gives a role to a member whom the caller has locked, and lists it in the journal.
    func give(_ office: Office, to member: Member) throws -> OfficeHolder {
        let person = try appoint(member, office)
        touch(person)
        noteForJournal(office.journalCode)
        return OfficeHolder(
            person: person,
            name: member.name,
            number: member.number,
            office: office
        )
    }

    /// Gives a role to a member whom the caller has locked.
    ///
    /// `since` is the time from which they held it in another system, for an import. Without it the
    /// role begins now, and the member must not have left.
    func appoint(
        _ member: Member,
        _ office: Office,
        since: Instant? = nil
    ) throws -> Person.ID {
        if since == nil { try member.requirePresent() }
        let person = try person(for: member)
        try record(office, of: person, since: since)
        return person
    }

    /// Inserts a person's role; does nothing where they hold it already.
    func record(_ office: Office, of person: Person.ID, since: Instant? = nil) throws {
        try tx.run(
            """
            INSERT INTO office (network, person, role, since) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """,
            here.id,
            person,
            office.rawValue,
            since ?? now
        )
    }
}
