internal import Ledger
internal import Store

/// Confirms many hours of one organisation at once, and returns which ones it skipped.
///
/// It skips hours that were already decided, the actor's own hours (also a ward's or a relative's),
/// and, without a reason, hours that would bring a member to more than 24 hours on a day. If the
/// allocation does not cover the rest it confirms nothing, and the refusal says what is missing.
package struct ConfirmMany: Operation {
    package let organisation: Organisation.ID
    package let hours: [Hours.ID]
    /// The reason why members have more than 24 hours on a day; nil for none.
    package let exception: String?

    package static let name = "hours.confirm-many"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// The maximum number of hours to confirm at once.
    package static let most = 500

    /// Creates a confirmation of hours with the minutes that were claimed.
    package init(organisation: Organisation.ID, hours: [Hours.ID], exception: String? = nil) {
        self.organisation = organisation
        self.hours = hours
        self.exception = exception
    }

    package func run(at desk: Desk) throws -> Confirmations {
        let hours = try Hours.Fields.hours.checked(hours)
        // A second confirmation for this organisation waits here until the first one is committed,
        // and then skips the hours that the first one confirmed.
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
        var days = try DayTotals(of: ready, exception: exception, at: desk)
        try desk.lockAccounts(of: organisation, and: ready.map(\.member))
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

    /// Confirms hours that were found to be waiting.
    ///
    /// If they were decided in the meantime it throws a conflict, so that the whole operation is
    /// retried and then skips them.
    private func confirm(_ waiting: Hours, reason: String?, at desk: Desk) throws -> Hours.ID {
        do {
            return try desk.confirm(waiting, waiting.minutes) { _ in reason }.hours.id
        } catch EarningRefusal.alreadyConfirmed, EarningRefusal.alreadyRefused {
            throw StoreError.conflict
        }
    }
}

/// The result of confirming several hours: which were confirmed, and which were skipped.
package struct Confirmations: Outcome, Hashable {
    package let confirmed: [Hours.ID]
    /// The skipped hours: the actor's own, already decided, or beyond 24 hours on a day.
    ///
    /// If ``EnterHours`` was told not to confirm, it is all hours that were entered.
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
    /// Returns those of the named hours that belong to an organisation.
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
