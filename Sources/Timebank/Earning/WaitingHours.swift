internal import Ledger
internal import Store

/// Hours that wait to be confirmed, with what whoever confirms should look at first.
package struct WaitingHours: Hashable, Sendable {
    /// Why hours deserve a second look.
    package enum Oddity: String, CaseIterable, Sendable {
        /// More than 24 hours on that day, over all organisations, claimed and confirmed together.
        case day
        /// The same member, day, minutes and opportunity, once more.
        case same
        /// Much longer than it usually takes.
        case long
        /// The same member, the same day, once more.
        case twice
        /// More than thirty days ago.
        case old
        /// Whoever looks may not confirm them.
        case own
        /// On a day that has not come yet where the network is.
        case future
    }

    package let hours: Hours
    package let memberName: String
    package let memberNumber: String
    package let title: String
    package let oddities: [Oddity]
}

/// Asks for the hours that wait at an organisation: exceptions first, then in the order they came.
package struct WaitingHoursQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "hours.waiting"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// A question for what waits at one organisation.
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
    /// For each of the hours that wait at an organisation: what the member has on that day with
    /// them, and how many of these are equal.
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

/// Asks for a member's hours that were not paid: those that wait and those that were refused.
package struct MyHoursQuery: Query {
    package let member: MemberName

    package static let name = "hours.of-member"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .owned(member) }

    /// A question for one member's unpaid hours.
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
