internal import Ledger
internal import Store

/// Hours that wait to be confirmed, with what whoever confirms should look at first.
package struct WaitingHours: Hashable, Sendable {
    /// Why hours deserve a second look.
    package enum Oddity: String, CaseIterable, Sendable {
        /// Much longer than it usually takes.
        case long
        /// The same member, the same day, once more.
        case twice
        /// More than thirty days ago.
        case old
        /// Whoever looks may not confirm them.
        case own
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
    package var subject: Subject { .organisation(organisation) }

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
        let days = Dictionary(grouping: rows) { [$0.0.member.raw, Int64($0.0.day.number)] }
        let own = try view.tx.own(of: view.actor.person, in: view.here.id)
        let waiting = rows.map { hours, name, number, title, usual in
            var oddities: [WaitingHours.Oddity] = []
            if own.contains(hours.member) { oddities.append(.own) }
            if hours.minutes.count * 2 > usual.count * 3 { oddities.append(.long) }
            let sameDay = days[[hours.member.raw, Int64(hours.day.number)]] ?? []
            if sameDay.count > 1 { oddities.append(.twice) }
            if view.now.day.days(since: hours.day) > 30 { oddities.append(.old) }
            return WaitingHours(
                hours: hours,
                memberName: name,
                memberNumber: number,
                title: title,
                oddities: oddities
            )
        }
        return waiting.filter { !$0.oddities.isEmpty } + waiting.filter(\.oddities.isEmpty)
    }
}

/// Asks for a member's hours that were not paid: those that wait and those that were refused.
package struct MyHoursQuery: Query {
    package let member: MemberName

    package static let name = "hours.of-member"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .member(member) }

    /// A question for one member's unpaid hours.
    package init(member: MemberName) { self.member = member }

    package func answer(at view: View) throws -> [Hours] {
        guard let found = try view.tx.member(member, in: view.here.id) else {
            throw Refusal.notFound
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
