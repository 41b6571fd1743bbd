internal import Ledger
internal import Store

/// Hours that wait to be confirmed, with reasons to check them first.
package struct WaitingHours: Hashable, Sendable {
    /// A reason to check hours before they are confirmed.
    package enum Oddity: String, CaseIterable, Sendable {
        /// The member has more than 24 hours claimed and confirmed on that day, at all
        /// organisations.
        case day
        /// The member has other claimed or confirmed hours of the same day, minutes and
        /// opportunity.
        case same
        /// More than one and a half times as long as the opportunity usually takes.
        case long
        /// The member has other hours of that day waiting at this organisation.
        case twice
        /// The day is more than 30 days ago.
        case old
        /// The actor may not confirm them, as they are their own, a ward's or a relative's.
        case own
        /// The day is in the future in the network's time zone.
        case future
    }

    package let hours: Hours
    package let memberName: String
    package let memberNumber: String
    package let title: String
    package let oddities: [Oddity]
}

/// Returns the oldest 500 hours that wait at an organisation.
///
/// Days with more than 24 hours come first, then hours with other oddities, then the rest; each
/// group in the order of recording.
package struct WaitingHoursQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "hours.waiting"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// Creates a query for one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> [WaitingHours] {
        let rows = try view.tx.all(
            """
            SELECT h.id, h.opportunity, h.organisation, h.member, h.minutes, h.day, h.note,
                h.status, h.reason, h.transfer, m.name, m.number, p.title, p.minutes, m.person
            FROM hours h JOIN member m ON m.id = h.member JOIN opportunity p ON p.id = h.opportunity
            WHERE h.organisation = $1 AND h.network = $2 AND h.status = 'claimed'
            ORDER BY h.id LIMIT $3
            """,
            organisation,
            view.here.id,
            ConfirmMany.most
        ) { (try Hours($0), $0.text(10), $0.text(11), $0.text(12), $0.minutes(13)) }
        let last = rows.last?.0.id
        let days = try last.map { try view.days(of: organisation, upTo: $0) } ?? [:]
        let here = Dictionary(grouping: rows) { $0.0.memberDay }
        let own = try view.tx.own(of: view.actor.person, in: view.here.id)
        let today = try view.today
        let waiting = rows.map { hours, name, number, title, usual in
            let day = days[hours.id]
            var oddities: [WaitingHours.Oddity] = []
            if let day, DayRule.isBroken(by: day.minutes) { oddities.append(.day) }
            if let day, day.equal > 1 { oddities.append(.same) }
            if own.contains(hours.member) { oddities.append(.own) }
            if hours.minutes.count * 2 > usual.count * 3 { oddities.append(.long) }
            if (here[hours.memberDay] ?? []).count > 1 { oddities.append(.twice) }
            if view.now.day.days(since: hours.day) > 30 { oddities.append(.old) }
            if hours.day > today { oddities.append(.future) }
            return WaitingHours(
                hours: hours,
                memberName: name,
                memberNumber: number,
                title: title,
                oddities: oddities
            )
        }
        let odd = waiting.filter { !$0.oddities.isEmpty }
        return odd.filter { $0.oddities.contains(.day) }
            + odd.filter { !$0.oddities.contains(.day) }
            + waiting.filter(\.oddities.isEmpty)
    }
}

extension View {
    /// Returns, for each of the waiting hours, the member's total on that day and the number of
    /// equal hours.
    ///
    /// Both include the hours themselves, and all claimed and confirmed hours that were not
    /// reversed.
    ///
    /// - last: The largest id of the hours to return.
    fileprivate func days(
        of organisation: Organisation.ID,
        upTo last: Hours.ID
    ) throws -> [Hours.ID: (minutes: Minutes, equal: Int64)] {
        let found = try tx.all(
            """
            SELECT w.id, CAST(SUM(h.minutes) AS BIGINT),
                COUNT(CASE WHEN h.minutes = w.minutes AND h.opportunity = w.opportunity
                    THEN 1 END)
            FROM hours w JOIN hours h ON h.member = w.member AND h.day = w.day
            WHERE w.organisation = $1 AND w.network = $3 AND w.status = 'claimed' AND w.id <= $2
                AND h.status <> 'refused'
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = h.transfer)
            GROUP BY w.id
            """,
            organisation,
            last,
            here.id
        ) { (Hours.ID(raw: $0.integer(0)), (minutes: $0.minutes(1), equal: $0.integer(2))) }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

/// Returns a member's claimed and refused hours: the 50 newest, newest first.
package struct MyHoursQuery: Query {
    package let member: MemberName

    package static let name = "hours.of-member"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .owned(member) }

    /// Creates a query for one member's unpaid hours.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> [Hours] {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        return try view.tx.all(
            """
            SELECT id, opportunity, organisation, member, minutes, day, note, status, reason,
                transfer
            FROM hours WHERE member = $1 AND status <> 'confirmed' ORDER BY id DESC LIMIT 50
            """,
            found.id,
            as: Hours.init
        )
    }
}
