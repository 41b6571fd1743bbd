internal import Ledger
internal import Support
internal import Timebank

/// Says beforehand what the answer to a step will be, with the book and nothing of the store.
struct Forecast {
    /// A claim as it stands.
    struct Claim {
        let who: Int
        var minutes: Minutes
        var status: Hours.Status
    }

    /// A redemption as it stands.
    struct Ticket {
        let transfer: Transfer.ID
        let at: Instant
    }

    let stage: Stage
    private(set) var book: Book
    private var claims: [Hours.ID: Claim] = [:]
    private var tickets: [Redemption.ID: Ticket] = [:]
    private var reversed: Set<Transfer.ID> = []
    private var gifts: [Int: Minutes] = [:]

    init(_ stage: Stage, _ book: Book) {
        self.stage = stage
        self.book = book
    }

    private var network: Network { stage.town.network }
    private var policy: Policy { network.policy }
    private var allocation: Account { stage.town.school.allocation }

    private func wallet(_ who: Int) -> Account { stage.members[who].wallet }

    /// The refusal that a step will meet at a moment; none where it will be done.
    func refusal(of step: Step, now: Instant) -> (any Refusal)? {
        switch step {
        case .give(let from, let to, let minutes): give(from, to, minutes, now)
        case .donate(let from, let minutes):
            amount(minutes) ?? short(wallet(from), minutes, now)
        case .claim(_, let minutes): amount(minutes, upTo: 1_440)
        case .confirm(let id, let minutes): confirm(id, minutes, now)
        case .refuse(let id): decided(id)
        case .enter(let who, let minutes):
            amount(minutes, upTo: 1_440) ?? pay(who.map { ($0, rounded(minutes)) }, now)
        case .confirmMany(let ids): confirmMany(ids, now)
        case .redeem(let who, let adults, let children): redeem(who, adults, children, now)
        case .undo(let id): undo(id, now)
        case .reverse(let id): reverse(id, now)
        case .grant(let to, let minutes):
            amount(minutes) ?? short(network.pot, minutes, now) ?? full(to, minutes)
        case .allot(let minutes): amount(minutes)
        case .hold(let who, let minutes, _):
            amount(minutes) ?? short(wallet(who), minutes, now)
        case .release(let id): book.holds[id.raw] == nil ? AccountsRefusal.holdExpired : nil
        case .postHold(let hold): post(hold, now)
        case .limit: nil
        case .trespass: AccessRefusal.notFound
        }
    }
}

// The rules, each as the design says it.
extension Forecast {
    private func amount(_ minutes: Minutes, upTo most: Int64 = 1_000_000_000) -> (any Refusal)? {
        (1...most).contains(minutes.count)
            ? nil : FieldRefusal.amountOutOfRange(field: "minutes", most: Minutes(most))
    }

    private func short(_ payer: Account, _ needed: Minutes, _ now: Instant) -> (any Refusal)? {
        let left = book.spendable(payer.id, now: now)
        guard needed > left else { return nil }
        return switch payer.kind {
        case .allocation: AccountsRefusal.allocationUsedUp(left: left, needed: needed)
        case .pot: AccountsRefusal.potEmpty(left: left, needed: needed)
        default: AccountsRefusal.notEnoughCredits(left: left, needed: needed)
        }
    }

    private func full(_ who: Int, _ more: Minutes) -> (any Refusal)? {
        guard let ceiling = policy.ceiling, let purse = book.accounts[wallet(who).id]?.purse,
            purse.balance + more > ceiling
        else { return nil }
        return AccountsRefusal.overCeiling(ceiling: ceiling)
    }

    private func give(_ from: Int, _ to: Int, _ minutes: Minutes, _ now: Instant) -> (any Refusal)?
    {
        if let refusal = amount(minutes) { return refusal }
        if from == to { return AccountsRefusal.sameAccount }
        if let refusal = short(wallet(from), minutes, now) ?? full(to, minutes) { return refusal }
        guard isNew(from, now) else { return nil }
        let left = policy.newcomerGifts - gifts[from, default: .zero]
        return minutes > left ? GivingRefusal.giftLimit(left: left) : nil
    }

    private func isNew(_ who: Int, _ now: Instant) -> Bool {
        network.model == .credits
            && stage.members[who].joined > now - .seconds(86_400 * policy.newcomerDays)
    }

    private func decided(_ id: Hours.ID) -> (any Refusal)? {
        switch claims[id]?.status {
        case .confirmed: EarningRefusal.alreadyConfirmed
        case .refused: EarningRefusal.alreadyRefused
        case .claimed: nil
        case nil: AccessRefusal.notFound
        }
    }

    private func confirm(_ id: Hours.ID, _ minutes: Minutes?, _ now: Instant) -> (any Refusal)? {
        guard let claim = claims[id] else { return AccessRefusal.notFound }
        return decided(id) ?? amount(minutes ?? claim.minutes, upTo: 1_440)
            ?? pay([(claim.who, rounded(minutes ?? claim.minutes))], now)
    }

    private func confirmMany(_ ids: [Hours.ID], _ now: Instant) -> (any Refusal)? {
        if ids.isEmpty { return FieldRefusal.invalid(field: "hours", .missing) }
        let waiting = ids.compactMap { claims[$0] }.filter { $0.status == .claimed }
        return pay(waiting.map { ($0.who, rounded($0.minutes)) }, now)
    }

    /// One after another from the allocation, up to the first that does not fit.
    private func pay(_ wages: [(who: Int, minutes: Minutes)], _ now: Instant) -> (any Refusal)? {
        var left = book.spendable(allocation.id, now: now)
        var got: [Int: Minutes] = [:]
        for (who, minutes) in wages {
            guard minutes <= left else {
                return AccountsRefusal.allocationUsedUp(left: left, needed: minutes)
            }
            left = left - minutes
            got[who, default: .zero] = got[who, default: .zero] + minutes
            if let refusal = full(who, got[who, default: .zero]) { return refusal }
        }
        return nil
    }

    private func rounded(_ minutes: Minutes) -> Minutes {
        let step = policy.rounding.count
        return Minutes(max((minutes.count + step / 2) / step, 1) * step)
    }

    private func redeem(
        _ who: Int,
        _ adults: Int,
        _ children: Int,
        _ now: Instant
    ) -> (any Refusal)? {
        if adults < 0 { return FieldRefusal.invalid(field: "adults", .outOfRange(0...100)) }
        if adults + children == 0 { return FieldRefusal.invalid(field: "adults", .missing) }
        guard
            case AccountsRefusal.notEnoughCredits(let left, _)? = short(
                wallet(who),
                Minutes(Int64(adults * 60 + children * 30)),
                now
            )
        else { return nil }
        let could = min(adults, Int(left.count / 60))
        let more = min(children, (Int(left.count) - could * 60) / 30)
        let isSaid = adults + children <= 10 && could + more > 0
        return SpendingRefusal.doesNotFit(isSaid ? Party(adults: could, children: more) : nil)
    }

    private func undo(_ id: Redemption.ID, _ now: Instant) -> (any Refusal)? {
        guard let ticket = tickets[id] else { return AccessRefusal.notFound }
        if now > ticket.at + .seconds(600) { return SpendingRefusal.undoTooLate }
        return reversed.contains(ticket.transfer) ? AccountsRefusal.alreadyReversed : nil
    }

    private func reverse(_ id: Transfer.ID, _ now: Instant) -> (any Refusal)? {
        guard let old = book.transfers[id] else { return AccessRefusal.notFound }
        if old.kind == .reversal { return AccountsRefusal.notReversible }
        if reversed.contains(id) { return AccountsRefusal.alreadyReversed }
        guard old.to.kind.isCounted else { return nil }
        let left = book.spendable(old.to.id, now: now)
        return old.minutes > left
            ? AccountsRefusal.alreadySpent(left: left, needed: old.minutes) : nil
    }

    private func post(_ hold: Timebank.Hold, _ now: Instant) -> (any Refusal)? {
        guard book.stands(hold.id.raw, now: now), let purse = book.accounts[hold.account]?.purse
        else { return AccountsRefusal.holdExpired }
        let over = book.holds.values.filter {
            $0.account.id == hold.account && $0.expires <= now
        }
        let free = purse.releasing(over.reduce(hold.minutes) { $0 + $1.minutes })
        guard hold.minutes > free.spendable else { return nil }
        return AccountsRefusal.notEnoughCredits(left: free.spendable, needed: hold.minutes)
    }
}

// What a step that was done changes.
extension Forecast {
    /// Takes in what was done, and returns the transfers as the book links them.
    mutating func follow(_ step: Step, _ trace: Trace, now: Instant) throws -> [Transfer] {
        for hours in trace.hours { take(hours) }
        if let redemption = trace.redemption {
            tickets[redemption.id] = Ticket(transfer: redemption.transfer, at: redemption.at)
        }
        switch step {
        case .hold(let who, let minutes, let until):
            guard let hold = trace.hold else { return [] }
            try book.hold(hold.id.raw, minutes, of: wallet(who), until: until, now: now)
        case .release(let id): try book.release(id.raw)
        case .postHold(let hold):
            return try trace.transfers.map { try book.post($0, from: hold.id.raw, now: now) }
        case .limit(let lowest):
            for member in stage.members { book.limit(member.wallet.id, to: lowest) }
        case .give(let from, _, let minutes) where isNew(from, now):
            gifts[from, default: .zero] = gifts[from, default: .zero] + minutes
        default: break
        }
        return try trace.transfers.map { transfer in
            guard let old = transfer.reverses else { return try book.post(transfer, now: now) }
            reversed.insert(old)
            return try book.reverse(
                old,
                as: transfer.id,
                at: transfer.at,
                journal: transfer.journal,
                now: now
            )
        }
    }

    private mutating func take(_ hours: Hours) {
        guard let who = stage.members.firstIndex(where: { $0.id == hours.member }) else { return }
        claims[hours.id] = Claim(who: who, minutes: hours.minutes, status: hours.status)
    }
}
