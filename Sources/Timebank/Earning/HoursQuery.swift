package import Ledger
internal import Store

/// Hours with the names of the member, the opportunity and the organisation.
package struct HoursState: Hashable, Sendable {
    package let hours: Hours
    package let memberName: String
    package let title: String
    package let organisationName: String
    /// Whether they belong to the actor, a ward or a declared relative, so the actor may not
    /// confirm them.
    package let isOwn: Bool
    /// The name of the person who entered them, if that is not the member.
    package let enteredBy: String?
    /// The member's total on that day including these hours, if it exceeds 24 hours.
    ///
    /// Only ``HoursQuery`` counts the other confirmed hours of that day.
    package let longDay: Minutes?
}

/// Returns one claim with its names.
package struct HoursQuery: Query {
    package let hours: Hours.ID

    package static let name = "hours.state"
    package static let access: Access = .own || .guardian || .staff(.worker) || .coordinator
    package var subject: Subject { .owned(hours) }

    /// Creates a query for one claim.
    package init(hours: Hours.ID) { self.hours = hours }

    package func answer(at view: View) throws -> HoursState {
        let own = try view.tx.own(of: view.actor.person, in: view.here.id)
        let found = try view.tx.first(
            """
            SELECT h.id, h.opportunity, h.organisation, h.member, h.minutes, h.day, h.note,
                h.status, h.reason, h.transfer, m.name, p.title, o.name, COALESCE(e.name, w.name),
                COALESCE((
                    SELECT CAST(SUM(d.minutes) AS BIGINT) FROM hours d
                    WHERE d.member = h.member AND d.day = h.day AND d.status = 'confirmed'
                        AND d.id <> h.id
                        AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = d.transfer)
                ), 0)
            FROM hours h JOIN member m ON m.id = h.member
                JOIN opportunity p ON p.id = h.opportunity
                JOIN organisation o ON o.id = h.organisation
                LEFT JOIN person w
                    ON w.id = h.entered_by AND (m.person IS NULL OR m.person <> w.id)
                LEFT JOIN member e ON e.person = w.id AND e.network = h.network
            WHERE h.id = $1 AND h.network = $2
            """,
            hours,
            view.here.id
        ) { try HoursState($0, own: own, others: $0.minutes(14)) }
        guard let found else { throw AccessRefusal.notFound }
        return found
    }
}

/// Returns a member's claimed and refused hours with their names: the 50 newest, newest first.
package struct UnpaidHoursQuery: Query {
    package let member: MemberName

    package static let name = "hours.unpaid"
    package static let access: Access = MyHoursQuery.access
    package var subject: Subject { .owned(member) }

    /// Creates a query for one member's unpaid hours.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> [HoursState] {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        let own = try view.tx.own(of: view.actor.person, in: view.here.id)
        return try view.tx.all(
            """
            SELECT h.id, h.opportunity, h.organisation, h.member, h.minutes, h.day, h.note,
                h.status, h.reason, h.transfer, m.name, p.title, o.name, COALESCE(e.name, w.name)
            FROM hours h JOIN member m ON m.id = h.member
                JOIN opportunity p ON p.id = h.opportunity
                JOIN organisation o ON o.id = h.organisation
                LEFT JOIN person w
                    ON w.id = h.entered_by AND (m.person IS NULL OR m.person <> w.id)
                LEFT JOIN member e ON e.person = w.id AND e.network = h.network
            WHERE h.member = $1 AND h.status <> 'confirmed' ORDER BY h.id DESC LIMIT 50
            """,
            found.id
        ) { try HoursState($0, own: own) }
    }
}

extension HoursState {
    /// Creates it from a row: the columns of ``Hours``, three names, and who entered the hours.
    ///
    /// - own: The members for whom the actor may not confirm.
    /// - others: The member's other confirmed minutes on that day.
    fileprivate init(_ row: Row, own: Set<Member.ID>, others: Minutes = .zero) throws {
        let hours = try Hours(row)
        let day = others + hours.minutes
        let writer = row.textIfAny(13) ?? ""
        self.init(
            hours: hours,
            memberName: row.text(10),
            title: row.text(11),
            organisationName: row.text(12),
            isOwn: own.contains(hours.member),
            enteredBy: writer.isEmpty ? nil : writer,
            longDay: DayRule.isBroken(by: day) ? day : nil
        )
    }
}
