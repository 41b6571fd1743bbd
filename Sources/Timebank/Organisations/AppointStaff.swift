internal import Ledger
internal import Store

/// Gives a member a role at an organisation, in place of one they may have there.
///
/// A lead appoints workers and tills, of those who have signed in or whom the organisation brought
/// in; who leads is the coordinator's to say.
package struct AppointStaff: Operation {
    package let organisation: Organisation.ID
    package let member: MemberName
    package let role: StaffRole

    package static let name = "staff.appoint"
    package static let access: Access = .staff(.lead) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// A role at an organisation.
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
    /// Gives the role to a member whom nobody else changes until this is done.
    ///
    /// - since: From when on the member has had the role elsewhere, whence it is brought in. None
    ///   for a role that is given now, which only somebody who takes part may get.
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

    /// Writes the role of a person, in place of one they may have there.
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

/// Takes somebody's role at an organisation away; anybody may lay down their own.
package struct DismissStaff: Operation {
    package let organisation: Organisation.ID
    package let person: Person.ID

    package static let name = "staff.dismiss"
    package static let access: Access = .staff(.till) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// The end of a role at an organisation.
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
    /// Whether the actor looks after the whole network, or the whole server.
    var looksAfterAll: Bool {
        get throws { try grounds(for: .coordinator || .operator, in: .open) != nil }
    }
}

extension Desk {
    /// The person as which a member holds roles.
    ///
    /// For one without a sign-in a stand-in is made, who becomes them when they use a code. Codes
    /// made before the role are dropped: whoever handed one over need not outrank them any more.
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
