internal import Ledger
internal import Store

/// Hours with the names of whom and what they are about.
package struct HoursState: Hashable, Sendable {
    package let hours: Hours
    package let memberName: String
    package let title: String
    package let organisationName: String
    /// Whether whoever looks gave them, or acts for who did, and so may not confirm them.
    package let isOwn: Bool
    /// Who wrote them down, where that was somebody else than who gave them.
    package let enteredBy: String?
}

/// Asks about one claim.
package struct HoursQuery: Query {
    package let hours: Hours.ID

    package static let name = "hours.state"
    package static let access: Access = .own || .guardian || .staff(.worker) || .coordinator
    package var subject: Subject { .hours(hours) }

    /// A question about one claim.
    package init(hours: Hours.ID) { self.hours = hours }

    package func answer(at view: View) throws -> HoursState {
        let found = try view.tx.first(
            """
            SELECT h.id, h.opportunity, h.organisation, h.member, h.minutes, h.day, h.note,
                h.status, h.reason, h.transfer, m.name, p.title, o.name, h.entered_by, m.person
            FROM hours h JOIN member m ON m.id = h.member
                JOIN opportunity p ON p.id = h.opportunity
                JOIN organisation o ON o.id = h.organisation
            WHERE h.id = $1 AND h.network = $2
            """,
            hours,
            view.here.id,
            as: view.hoursState
        )
        guard let found else { throw Refusal.notFound }
        return found
    }
}

/// Asks for a member's hours that were not paid, with their names: what waits and what was refused.
package struct UnpaidHoursQuery: Query {
    package let member: MemberName

    package static let name = "hours.unpaid"
    package static let access: Access = MyHoursQuery.access
    package var subject: Subject { .member(member) }

    /// A question for one member's unpaid hours, newest first.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> [HoursState] {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw Refusal.notFound
        }
        return try view.tx.all(
            """
            SELECT h.id, h.opportunity, h.organisation, h.member, h.minutes, h.day, h.note,
                h.status, h.reason, h.transfer, m.name, p.title, o.name, h.entered_by, m.person
            FROM hours h JOIN member m ON m.id = h.member
                JOIN opportunity p ON p.id = h.opportunity
                JOIN organisation o ON o.id = h.organisation
            WHERE h.member = $1 AND h.status <> 'confirmed' ORDER BY h.id DESC LIMIT 50
            """,
            found.id,
            as: view.hoursState
        )
    }
}

extension View {
    fileprivate func hoursState(_ row: Row) throws -> HoursState {
        let hours = try Hours(row)
        let isOwn = try actor.person.map { try tx.isOwn(hours.member, to: $0, in: here.id) }
        return HoursState(
            hours: hours,
            memberName: row.text(10),
            title: row.text(11),
            organisationName: row.text(12),
            isOwn: isOwn ?? false,
            enteredBy: try enteredBy(row.integer(13), whoGave: row.integerIfAny(14))
        )
    }

    private func enteredBy(_ person: Int64, whoGave giver: Int64?) throws -> String? {
        guard person != 0, person != giver else { return nil }
        return try name(of: Person.ID(raw: person))
    }
}
