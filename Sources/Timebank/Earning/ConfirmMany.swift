internal import Ledger
internal import Store

/// Confirms many hours of one organisation at once, and says which it had to leave.
///
/// What a colleague has just decided, what is the confirmer's own, and what would bring somebody to
/// more than 24 hours on a day without a reason, is left and named; when the
/// allocation does not cover the rest, nothing is confirmed and the refusal says what is missing.
package struct ConfirmMany: Operation {
    package let organisation: Organisation.ID
    package let hours: [Hours.ID]
    /// Why it is right where somebody has more than 24 hours on a day.
    package let exception: String?

    package static let name = "hours.confirm-many"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// How many can be confirmed at once.
    package static let most = 500

    /// Hours to confirm as they were claimed.
    package init(organisation: Organisation.ID, hours: [Hours.ID], exception: String? = nil) {
        self.organisation = organisation
        self.hours = hours
        self.exception = exception
    }

    package func run(at desk: Desk) throws -> Confirmations {
        let hours = try Hours.Fields.hours.checked(hours)
        // Of two colleagues at once the second waits here, and then leaves what the first did.
        try desk.tx.alone(on: organisation.raw)
        let found = try desk.tx.hours(hours, of: organisation, in: desk.here.id)
        let named = try hours.map { id in
            guard let waiting = found[id] else { throw AccessRefusal.notFound }
            return waiting
        }
        let own = try desk.tx.own(of: desk.actor.person, in: desk.here.id)
        let able = Set(
            named.filter { $0.status == .claimed && !own.contains($0.member) }.map(\.id)
        )
        let ready = named.filter { able.contains($0.id) }
        var days = try FullDays(of: ready, exception: exception, at: desk)
        try desk.takeAccounts(of: organisation, and: ready.map(\.member))
        var confirmed: [Hours.ID] = []
        var left: [Hours.ID] = []
        for waiting in named {
            guard able.contains(waiting.id), !confirmed.contains(waiting.id) else {
                left.append(waiting.id)
                continue
            }
            let day = days.take(waiting)
            if day.fits {
                confirmed.append(try confirm(waiting, reason: day.reason, at: desk))
            } else {
                left.append(waiting.id)
            }
        }
        return Confirmations(confirmed: confirmed, left: left)
    }

    /// Confirms hours that were found waiting; where somebody decides them at this moment all of
    /// it is run again, to find them decided.
    private func confirm(_ waiting: Hours, reason: String?, at desk: Desk) throws -> Hours.ID {
        do {
            return try desk.confirm(waiting, waiting.minutes) { _ in reason }.hours.id
        } catch EarningRefusal.alreadyConfirmed, EarningRefusal.alreadyRefused {
            throw StoreError.conflict
        }
    }
}

/// Which hours were confirmed, and which were left.
package struct Confirmations: Outcome, Hashable {
    package let confirmed: [Hours.ID]
    /// The confirmer's own, what was decided already, and what a day has no room for.
    package let left: [Hours.ID]

    package var made: [Int64] {
        [Int64(confirmed.count)] + (confirmed + left).map(\.raw)
    }

    package static func recall(_ made: [Int64], at view: View) throws -> Confirmations {
        guard let count = made.first, count < made.count || count == 0 else {
            throw AccessRefusal.notFound
        }
        let ids = made.dropFirst().map { Hours.ID(raw: $0) }
        return Confirmations(
            confirmed: Array(ids.prefix(Int(count))),
            left: Array(ids.dropFirst(Int(count)))
        )
    }
}

extension Transaction {
    /// Those of the named hours that an organisation has.
    fileprivate func hours(
        _ ids: [Hours.ID],
        of organisation: Organisation.ID,
        in network: Network.ID
    ) throws -> [Hours.ID: Hours] {
        let found = try all(
            """
            \(IDList.asked)
            SELECT h.id, h.opportunity, h.organisation, h.member, h.minutes, h.day, h.note,
                h.status, h.reason, h.transfer
            FROM asked JOIN hours h ON h.id = asked.id
            WHERE h.network = $2 AND h.organisation = $3
            """,
            IDList(Set(ids).sorted()),
            network,
            organisation,
            as: Hours.init
        )
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }
}
