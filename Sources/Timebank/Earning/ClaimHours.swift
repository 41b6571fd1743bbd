package import Ledger
internal import Store

/// Claims minutes that a member gave, which someone else must confirm.
package struct ClaimHours: Operation {
    package let opportunity: Opportunity.ID
    package let member: MemberName
    package let day: Day
    package let minutes: Minutes
    package let note: String

    package static let name = "hours.claim"
    package static let access: Access =
        .own || .guardian || .staff(.worker) || .coordinator || .operator
    package var subject: Subject {
        .owned(HoursToClaim(opportunity: opportunity, member: member))
    }

    /// Creates a claim of minutes that a member gave on a day.
    package init(
        opportunity: Opportunity.ID,
        member: MemberName,
        day: Day,
        minutes: Minutes,
        note: String = ""
    ) {
        self.opportunity = opportunity
        self.member = member
        self.day = day
        self.minutes = minutes
        self.note = note
    }

    package func run(at desk: Desk) throws -> Claim {
        guard let member = try desk.tx.member(member, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        let terms = try Terms(minutes: minutes, day: day, note: note)
        return Claim(
            hours: try desk.claim(opportunity, by: member, as: Hours.Fields.member.name, terms)
        )
    }
}

extension ClaimHours {
    /// The checked minutes and note of a claim; its day is checked by ``DayRule``.
    struct Terms: Hashable, Sendable {
        let minutes: Minutes
        let day: Day
        let note: String

        /// Checks each value except the day by the rule of its field.
        ///
        /// - Throws: a ``Refusal`` that names the first invalid field.
        init(minutes: Minutes, day: Day, note: String) throws {
            self.minutes = try Hours.Fields.minutes.checked(minutes)
            self.day = day
            self.note = try Hours.Fields.note.checked(note)
        }
    }
}

/// The result of a claim: the hours with the status `claimed`, even if they were decided since.
package struct Claim: Outcome {
    package let hours: Hours
    package var made: [Int64] { [hours.id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Claim {
        guard let id = made.first,
            let hours = try view.tx.hours(Hours.ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return Claim(hours: hours.asClaimed)
    }
}

extension Desk {
    /// Records claimed hours, which wait for a confirmation.
    ///
    /// - field: The field that named the member, for refusals.
    /// - Throws: a ``Refusal`` if the day is invalid, the member has left, or the opportunity is
    ///   unknown or closed.
    func claim(
        _ opportunity: Opportunity.ID,
        by member: Member,
        as field: FieldName,
        _ terms: ClaimHours.Terms
    ) throws -> Hours {
        try DayRule.requirePast(terms.day, today: view.today)
        try member.requirePresent(as: field)
        guard let work = try tx.opportunity(opportunity, in: here.id) else {
            throw AccessRefusal.notFound
        }
        guard work.isOrganisationOpen else { throw OrganisationsRefusal.organisationClosed }
        guard work.isOpen else { throw EarningRefusal.opportunityClosed }
        let hours = Hours(
            id: newID(),
            opportunity: opportunity,
            organisation: work.organisation,
            member: member.id,
            minutes: terms.minutes,
            day: terms.day,
            note: terms.note,
            status: .claimed,
            reason: nil,
            transfer: nil
        )
        // An erasure of this member waits for this lock, so that it also removes the new note.
        try tx.alone(on: member.id.raw)
        let rows = try tx.change(
            """
            INSERT INTO hours (
                id, network, opportunity, organisation, member, minutes, day, note, status,
                entered_by)
            SELECT $1, $2, $3, $4, m.id, $6, $7, $8, 'claimed', $9
            FROM member m WHERE m.id = $5 AND m.status <> 'erased'
            """,
            hours.id,
            here.id,
            opportunity,
            hours.organisation,
            member.id,
            hours.minutes,
            hours.day.number,
            hours.note,
            actor.person?.raw ?? 0
        )
        guard rows == 1 else { throw PeopleRefusal.memberLeft(field: field) }
        try mark(hours)
        return hours
    }

    /// Notes the mark of unpaid hours for the journal, so that the audit detects later changes.
    package func mark(_ hours: Hours) throws {
        try mark(
            .hours,
            of: hours.id.raw,
            in: here.id.raw,
            hours.member,
            hours.opportunity,
            hours.organisation,
            hours.minutes,
            hours.day.number
        )
    }
}

/// Hours that are about to be claimed: they belong to the opportunity's organisation and the
/// member.
private struct HoursToClaim: Owned {
    let opportunity: Opportunity.ID
    let member: MemberName

    var isActedOnForMember: Bool { true }

    func subjectOwner(at view: View) throws -> SubjectOwner? {
        let (tx, network) = (view.tx, try view.here.id)
        guard let work = try Opportunity.subjectOwner(of: opportunity, in: network, tx),
            let member = try tx.member(member, in: network)
        else { return nil }
        return SubjectOwner(
            organisation: work.organisation,
            member: member.id,
            person: member.person
        )
    }
}
