internal import Ledger
internal import Store
internal import Support
internal import Timebank

/// One thing that somebody tries in a rehearsal.
///
/// Members go by their place on the stage.
enum Step: Sendable {
    case give(from: Int, to: Int, Minutes)
    case donate(Int, Minutes)
    case claim(Int, Minutes)
    case confirm(Hours.ID, Minutes?)
    case refuse(Hours.ID)
    case enter([Int], Minutes)
    case confirmMany([Hours.ID])
    case redeem(Int, adults: Int, children: Int)
    case undo(Redemption.ID)
    case reverse(Transfer.ID)
    case grant(Int, Minutes)
    case allot(Minutes)
    case hold(Int, Minutes, until: Instant)
    case release(Hold.ID)
    case postHold(Timebank.Hold)
    case limit(Minutes)
    /// Somebody tries what only staff may do.
    case trespass(Int, Hours.ID)
}

/// What came of a step that was carried out.
struct Trace: Hashable, Sendable {
    var transfers: [Transfer] = []
    var hours: [Hours] = []
    var paid: [Hours.ID] = []
    var redemption: Redemption?
    var hold: Timebank.Hold?
    var isRepeat = false

    /// The same but for whether it was a repeat.
    var first: Trace {
        var trace = self
        trace.isRepeat = false
        return trace
    }
}

extension Stage {
    /// Tries a step, with a request key or without.
    func perform(_ step: Step, key: String? = nil) async throws -> Trace {
        switch step {
        case .undo(let id):
            return try await moved(UndoRedemption(redemption: id), town.who(.till), key)
        case .reverse(let id):
            let asked = Reverse(transfer: id, reason: "rehearsed")
            return try await moved(asked, town.who(.coordinator), key)
        case .redeem(let who, let adults, let children):
            let asked = Redeem(
                offer: town.offer.id,
                card: members[who].number,
                adults: adults,
                children: children
            )
            let done = try await ask(asked, town.who(.till), key)
            return Trace(
                transfers: [done.outcome.transfer],
                redemption: done.outcome.redemption,
                isRepeat: done.isRepeat
            )
        case .give, .donate, .grant, .allot: return try await pass(step, key)
        case .hold, .release, .postHold, .limit: return try await reserve(step, key)
        default: return try await earn(step, key)
        }
    }

    private func pass(_ step: Step, _ key: String?) async throws -> Trace {
        switch step {
        case .give(let from, let to, let minutes):
            let asked = Give(from: wallet(from), to: wallet(to), minutes: minutes)
            return try await moved(asked, credentials[from], key)
        case .donate(let from, let minutes):
            let asked = Give(from: wallet(from), to: .pot, minutes: minutes)
            return try await moved(asked, credentials[from], key)
        case .grant(let to, let minutes):
            let asked = GrantFromPot(to: wallet(to), minutes: minutes)
            return try await moved(asked, town.who(.coordinator), key)
        case .allot(let minutes):
            let asked = GrantAllocation(organisation: town.school.id, minutes: minutes)
            return try await moved(asked, town.who(.coordinator), key)
        default: return Trace()
        }
    }

    private func earn(_ step: Step, _ key: String?) async throws -> Trace {
        let day = TestClock.start.day
        switch step {
        case .claim(let who, let minutes):
            let done = try await ask(
                ClaimHours(
                    opportunity: town.opportunity.id,
                    member: .id(members[who].id),
                    day: day,
                    minutes: minutes
                ),
                credentials[who],
                key
            )
            return Trace(hours: [done.outcome.hours], isRepeat: done.isRepeat)
        case .confirm(let id, let minutes):
            return try await confirm(id, minutes, town.who(.worker), key)
        case .trespass(let who, let id): return try await confirm(id, nil, credentials[who], key)
        case .refuse(let id):
            let done = try await ask(
                RefuseHours(hours: id, reason: "rehearsed"),
                town.who(.lead),
                key
            )
            return Trace(hours: [done.outcome], isRepeat: done.isRepeat)
        case .enter(let who, let minutes):
            let names = who.map { MemberName.id(members[$0].id) }
            let done = try await ask(
                EnterHours(
                    opportunity: town.opportunity.id,
                    members: names,
                    day: day,
                    minutes: minutes,
                    confirm: true,
                    exception: Self.exception
                ),
                town.who(.worker),
                key
            )
            return Trace(paid: done.outcome.confirmed, isRepeat: done.isRepeat)
        case .confirmMany(let ids):
            let done = try await ask(many(ids), town.who(.lead), key)
            return Trace(paid: done.outcome.confirmed, isRepeat: done.isRepeat)
        default: return Trace()
        }
    }

    /// All of a rehearsal is on one day.
    private static let exception = "rehearsed"

    private func many(_ hours: [Hours.ID]) -> ConfirmMany {
        ConfirmMany(organisation: town.school.id, hours: hours, exception: Self.exception)
    }

    private func confirm(
        _ id: Hours.ID,
        _ minutes: Minutes?,
        _ who: Credential,
        _ key: String?
    ) async throws -> Trace {
        let done = try await ask(
            ConfirmHours(hours: id, minutes: minutes, exception: Self.exception),
            who,
            key
        )
        return Trace(
            transfers: [done.outcome.transfer],
            hours: [done.outcome.hours],
            isRepeat: done.isRepeat
        )
    }

    private func reserve(_ step: Step, _ key: String?) async throws -> Trace {
        switch step {
        case .hold(let who, let minutes, let until):
            let done = try await ask(
                PlaceHold(wallet: members[who].wallet.id, minutes: minutes, until: until),
                credentials[who],
                key
            )
            return Trace(hold: done.outcome.hold, isRepeat: done.isRepeat)
        case .release(let id):
            let done = try await ask(ReleaseHold(hold: id), town.who(.coordinator), key)
            return Trace(isRepeat: done.isRepeat)
        case .postHold(let hold):
            return try await moved(
                PostHold(hold: hold.id, wallet: hold.account, takings: takings.id),
                town.who(.coordinator),
                key
            )
        case .limit(let lowest):
            let done = try await ask(
                LimitWallets(lowest: lowest),
                town.who(.coordinator),
                key
            )
            return Trace(isRepeat: done.isRepeat)
        default: return Trace()
        }
    }

    private func moved<Asked: Operation>(
        _ asked: Asked,
        _ who: Credential,
        _ key: String?
    ) async throws -> Trace where Asked.Result == Transfer {
        let done = try await ask(asked, who, key)
        return Trace(transfers: [done.outcome], isRepeat: done.isRepeat)
    }

    private func ask<Asked: Operation>(
        _ asked: Asked,
        _ who: Credential,
        _ key: String?
    ) async throws -> Answer<Asked.Result> {
        try await town.bank.perform(
            asked,
            in: town.slug,
            as: who,
            request: key.flatMap { RequestKey($0) }
        )
    }

    private func wallet(_ who: Int) -> AccountName { .id(members[who].wallet.id) }
}
