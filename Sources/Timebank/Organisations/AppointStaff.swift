internal import Ledger
internal import Store

/// Gives a member a role at an organisation, in place of any role they have there.
///
/// A lead may appoint workers and tills, and only members who have signed in or whom their
/// organisation brought in. Leads are appointed by a coordinator or an operator.
package struct AppointStaff: Operation {
    package let organisation: Organisation.ID
    package let member: MemberName
    package let role: StaffRole

    package static let name = "staff.appoint"
    package static let access: Access = .staff(.lead) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// An appointment to a role at an organisation.
    package init(organisation: Organisation.ID, member: MemberName, role: StaffRole) {
        self.organisation = organisation
        self.member = member
        self.role = role
    }

    package func run(at desk: Desk) throws -> StaffMember {
        let member = try desk.keep(member)
        let person = try appoint(member, by: desk)
        desk.touch(organisation)
        desk.touch(person)
        desk.noteForJournal(role.journalCode)
        return StaffMember(
            person: person,
            name: member.name,
            number: member.number,
            role: role,
            since: desk.now
        )
    }
}

extension AppointStaff {
    /// Gives the role to a member whom the caller has locked.
    ///
    /// `since` is the time from which they held it in another system, for an import. Without it the
    /// role begins now, and the member must not have left.
    func appoint(_ member: Member, since: Instant? = nil, by desk: Desk) throws -> Person.ID {
        if since == nil { try member.requirePresent() }
        try desk.view.requireReach(toAppoint: member, at: organisation)
        let person = try desk.person(for: member)
        if try !desk.view.looksAfterAll {
            guard role < .lead else { throw OrganisationsRefusal.rankTooLow }
            let before = try desk.tx.role(of: person, at: organisation)
            guard before ?? .till < .lead else { throw AccessRefusal.outranked }
        }
        try Self.record(role, of: person, at: organisation, since: since, by: desk)
        return person
    }

    /// Stores a person's role, in place of any role they have at the organisation.
    static func record(
        _ role: StaffRole,
        of person: Person.ID,
        at organisation: Organisation.ID,
        since: Instant? = nil,
        by desk: Desk
    ) throws {
        try desk.tx.run(
            """
            INSERT INTO staff (organisation, person, network, role, since)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organisation, person) DO UPDATE
                SET role = excluded.role, since = excluded.since
            """,
            organisation,
            person,
            desk.here.id,
            role.rawValue,
            since ?? desk.now
        )
    }
}

/// Removes a person's role at an organisation; everyone may remove their own.
package struct DismissStaff: Operation {
    package let organisation: Organisation.ID
    package let person: Person.ID

    package static let name = "staff.dismiss"
    package static let access: Access = .staff(.till) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// The removal of a person's role.
    package init(organisation: Organisation.ID, person: Person.ID) {
        self.organisation = organisation
        self.person = person
    }

    package func run(at desk: Desk) throws -> Done {
        try desk.tx.alone(on: person.raw)
        guard let role = try desk.tx.role(of: person, at: organisation) else {
            throw AccessRefusal.notFound
        }
        if desk.actor.person != person, try !desk.view.looksAfterAll {
            let own = try desk.actor.person.flatMap {
                try desk.tx.role(of: $0, at: organisation)
            }
            guard own == .lead else { throw AccessRefusal.notAllowed }
            guard role < .lead else { throw AccessRefusal.outranked }
        }
        try desk.tx.run(
            "DELETE FROM staff WHERE organisation = $1 AND person = $2",
            organisation,
            person
        )
        desk.touch(organisation)
        desk.touch(person)
        return Done()
    }
}

extension View {
    /// Whether the actor is a coordinator of the network or an operator.
    var looksAfterAll: Bool {
        get throws { try grounds(for: .coordinator || .operator, in: .open) != nil }
    }
}

extension Desk {
    /// Returns the person who holds a member's roles, and deletes the member's set-up codes.
    ///
    /// A member who cannot sign in yet gets a new person without a login, which they take over when
    /// they use a set-up code. Codes from before the role are deleted, because whoever created one
    /// may no longer be allowed to create one for this person.
    func person(for member: Member) throws -> Person.ID {
        let person = try member.person ?? newSignIn(for: member)
        try tx.dropCodes(of: person, member: member.id)
        return person
    }
}

extension Transaction {
    fileprivate func role(
        of person: Person.ID,
        at organisation: Organisation.ID
    ) throws -> StaffRole? {
        try first(
            "SELECT role FROM staff WHERE organisation = $1 AND person = $2",
            organisation,
            person
        ) { try $0.word(0) }
    }
}
