package import Ledger
internal import Store

/// Confirms hours that a member gave, and pays them from the organisation's allocation.
package struct ConfirmHours: Operation {
    package let hours: Hours.ID
    /// The minutes to confirm; nil for the minutes that were claimed.
    package let minutes: Minutes?
    /// The reason why the member has more than 24 hours on that day; nil if they do not.
    package let exception: String?

    package static let name = "hours.confirm"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(hours) }

    /// Creates a confirmation.
    package init(hours: Hours.ID, minutes: Minutes? = nil, exception: String? = nil) {
        self.hours = hours
        self.minutes = minutes
        self.exception = exception
    }

    package func run(at desk: Desk) throws -> Confirmation {
        guard let waiting = try desk.tx.hours(hours, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        let exception = try DayRule.said(exception)
        // A second confirmation for this member waits here until the first one is committed. Then
        // its query below includes the hours that the first one confirmed.
        try desk.tx.alone(on: waiting.member.raw)
        let others = try desk.tx.laterConfirmed(on: waiting)
        return try desk.confirm(waiting, minutes ?? waiting.minutes) { given in
            try DayRule.reason(for: (others.value() ?? .zero) + given, exception)
        }
    }
}

/// Confirmed hours and the transfer that paid for them.
package struct Confirmation: Outcome, Hashable {
    package let hours: Hours
    package let transfer: Transfer

    package var made: [Int64] { [hours.id.raw, transfer.id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Confirmation {
        guard made.count == 2,
            let hours = try view.tx.hours(Hours.ID(raw: made[0]), in: view.here.id),
            let transfer = try view.tx.transfer(Transfer.ID(raw: made[1]), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return Confirmation(hours: hours, transfer: transfer)
    }
}

extension Desk {
    /// Confirms claimed hours, rounded as the policy says, and pays for them.
    ///
    /// - minutes: The minutes to confirm, before they are rounded.
    /// - reason: Checks the rounded minutes by ``DayRule`` and returns the reason to record, if
    ///   any.
    /// - Throws: ``EarningRefusal/ownHours``, ``EarningRefusal/alreadyConfirmed``,
    ///   ``EarningRefusal/alreadyRefused``, ``AccountsRefusal/allocationUsedUp(left:needed:)``,
    ///   ``AccountsRefusal/overCeiling(ceiling:)`` and what `reason` throws.
    func confirm(
        _ waiting: Hours,
        _ minutes: Minutes,
        reason: (Minutes) throws -> String?
    ) throws -> Confirmation {
        try requireWaiting(waiting)
        try view.refuseOwn(waiting.member, EarningRefusal.ownHours)
        let minutes = try Hours.Fields.given.checked(minutes)
        let who = try tx.laterMember(waiting.member, in: here.id)
        let there = try tx.laterOrganisation(waiting.organisation, in: here.id)
        guard let work = try tx.opportunity(waiting.opportunity, in: here.id),
            let issuer = try there.value(), let member = try who.value()
        else { throw AccessRefusal.notFound }
        let given = Self.rounded(minutes, to: try here.policy.rounding)
        let reason = try reason(given)
        let transfer: Transfer
        do {
            transfer = try receive(
                .earn,
                from: issuer.allocation,
                to: member.wallet,
                given,
                at: Instant.noon(of: waiting.day, now: now),
                memo: work.title
            )
        } catch let refusal as any Refusal {
            // A colleague may have decided these hours in the meantime. Then that is the reason to
            // report, and not an allocation that has become too small.
            if let now = try tx.hours(waiting.id, in: here.id) { try requireWaiting(now) }
            throw refusal
        }
        try markConfirmed(waiting.id, minutes: given, transfer: transfer.id, reason: reason)
        let confirmed = Hours(
            id: waiting.id,
            opportunity: waiting.opportunity,
            organisation: waiting.organisation,
            member: waiting.member,
            minutes: given,
            day: waiting.day,
            note: waiting.note,
            status: .confirmed,
            reason: reason,
            transfer: transfer.id
        )
        return Confirmation(hours: confirmed, transfer: transfer)
    }

    /// Throws the matching ``EarningRefusal`` if the hours are already confirmed or refused.
    func requireWaiting(_ hours: Hours) throws {
        switch hours.status {
        case .claimed: return
        case .confirmed: throw EarningRefusal.alreadyConfirmed
        case .refused: throw EarningRefusal.alreadyRefused
        }
    }

    /// Marks the hours as confirmed.
    ///
    /// The statement checks the status, so that only one of two concurrent confirmations succeeds.
    private func markConfirmed(
        _ id: Hours.ID,
        minutes: Minutes,
        transfer: Transfer.ID,
        reason: String?
    ) throws {
        let rows = try tx.change(
            """
            UPDATE hours SET status = 'confirmed', minutes = $1, decided_by = $2, transfer = $3,
                reason = $4
            WHERE id = $5 AND network = $6 AND status = 'claimed'
            """,
            minutes,
            actor.person,
            transfer,
            reason,
            id,
            here.id
        )
        guard rows == 1 else {
            if let now = try tx.hours(id, in: here.id) { try requireWaiting(now) }
            throw EarningRefusal.alreadyConfirmed
        }
        touch(id)
    }

    /// Locks the accounts that several hours will be paid between.
    ///
    /// It locks them in the order of their ids, so that two operations that confirm several hours
    /// cannot deadlock.
    func lockAccounts(of organisation: Organisation.ID, and members: [Member.ID]) throws {
        guard members.count > 1, let issuer = try tx.organisation(organisation, in: here.id) else {
            return
        }
        let wallets = try Set(members).compactMap { try tx.member($0, in: here.id)?.wallet.id }
        try tx.lockAccounts(wallets + [issuer.allocation.id])
    }

    /// Returns the nearest multiple of `step`, rounded half up, and at least one step.
    static func rounded(_ minutes: Minutes, to step: Minutes) -> Minutes {
        guard step.count > 1 else { return minutes }
        let steps = (minutes.count + step.count / 2) / step.count
        return Minutes(max(steps, 1) * step.count)
    }
}

extension Instant {
    /// Returns noon in UTC of a day, or `now` if that is earlier.
    ///
    /// Noon in UTC is on that day in every European time zone.
    static func noon(of day: Day, now: Instant) -> Instant {
        min(Instant(microseconds: day.start.microseconds + 43_200_000_000), now)
    }
}
