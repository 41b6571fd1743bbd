/// A ledger in memory: the reference model that tests compare the database with.
///
/// It keeps each rule of the ledger in the simplest way, with a dictionary for each kind of thing,
/// so that it can be checked by reading.
public struct Book: Sendable {
    /// An account: its kind, purse and last transfer.
    public struct Entry: Hashable, Sendable {
        public let kind: AccountKind
        public fileprivate(set) var purse: Purse
        public fileprivate(set) var last: Transfer.ID?
    }

    /// Minutes of an account reserved until a moment.
    public struct Hold: Hashable, Sendable {
        public let account: Account
        public let minutes: Minutes
        public let expires: Instant
    }

    public private(set) var accounts: [Account.ID: Entry] = [:]
    public private(set) var transfers: [Transfer.ID: Transfer] = [:]
    public private(set) var holds: [Int64: Hold] = [:]
    private var reversed: Set<Transfer.ID> = []

    /// An empty book.
    public init() {}

    /// The sum of all balances: always zero.
    public var sum: Minutes { accounts.values.reduce(.zero) { $0 + $1.purse.balance } }

    /// Opens an account with a balance of zero; `limit`, zero or negative, is how low it may go.
    public mutating func open(_ account: Account, limit: Minutes = .zero) {
        precondition(accounts[account.id] == nil, "an account is opened once")
        accounts[account.id] = Entry(kind: account.kind, purse: Purse(limit: limit), last: nil)
    }

    /// Sets how low an account may go; an account below that may only rise until it is reached.
    public mutating func limit(_ account: Account.ID, to limit: Minutes) {
        guard let purse = accounts[account]?.purse else { return }
        accounts[account]?.purse = Purse(
            balance: purse.balance,
            held: purse.held,
            limit: limit
        )
    }

    /// How many minutes can leave a counted account at `now`, with its expired holds released.
    public func spendable(_ account: Account.ID, now: Instant) -> Minutes {
        guard let purse = accounts[account]?.purse else { return .zero }
        return purse.releasing(expired(of: account, now: now)).spendable
    }

    /// Records a transfer with its links, or throws and changes nothing.
    public mutating func post(
        _ asked: Transfer,
        now: Instant
    ) throws(LedgerError) -> Transfer {
        try Transfer.check(
            kind: asked.kind,
            from: asked.from,
            to: asked.to,
            minutes: asked.minutes
        )
        guard let payer = accounts[asked.from.id], payer.kind == asked.from.kind,
            let payee = accounts[asked.to.id], payee.kind == asked.to.kind
        else { throw .unknownAccount }
        let left = try taken(asked, from: payer, now: now)
        accounts[asked.from.id]?.purse = left
        accounts[asked.to.id]?.purse = payee.purse.adding(asked.minutes)
        let linked = Transfer(
            id: asked.id,
            kind: asked.kind,
            from: asked.from,
            to: asked.to,
            minutes: asked.minutes,
            at: asked.at,
            journal: asked.journal,
            reverses: asked.reverses,
            fromLink: follow(asked.from.id, with: asked.id),
            toLink: follow(asked.to.id, with: asked.id)
        )
        transfers[asked.id] = linked
        return linked
    }

    /// Reverses a transfer by one in the other direction, or throws and changes nothing.
    public mutating func reverse(
        _ id: Transfer.ID,
        as new: Transfer.ID,
        at: Instant,
        journal: Int64,
        now: Instant
    ) throws(LedgerError) -> Transfer {
        guard let old = transfers[id] else { throw .unknownAccount }
        guard old.kind != .reversal else { throw .notReversible }
        guard !reversed.contains(id) else { throw .alreadyReversed }
        do {
            let back = try post(
                Transfer(
                    id: new,
                    kind: .reversal,
                    from: old.to,
                    to: old.from,
                    minutes: old.minutes,
                    at: at,
                    journal: journal,
                    reverses: id
                ),
                now: now
            )
            reversed.insert(id)
            return back
        } catch .notEnough(let available, let needed) {
            throw .alreadySpent(left: available, needed: needed)
        }
    }

    /// Reserves minutes until a moment, or throws and changes nothing.
    public mutating func hold(
        _ id: Int64,
        _ minutes: Minutes,
        of account: Account,
        until: Instant,
        now: Instant
    ) throws(LedgerError) {
        guard Minutes.movable.contains(minutes) else { throw .amountOutOfRange(minutes) }
        guard let purse = accounts[account.id]?.purse else { throw .unknownAccount }
        let less = try freed(purse, of: account.id, for: minutes, now: now).holding(minutes)
        accounts[account.id]?.purse = less
        holds[id] = Hold(account: account, minutes: minutes, expires: until)
    }

    /// Transfers the minutes of a hold, or throws and changes nothing.
    public mutating func post(
        _ asked: Transfer,
        from hold: Int64,
        now: Instant
    ) throws(LedgerError) -> Transfer {
        guard stands(hold, now: now), let held = holds[hold], held.account == asked.from,
            held.minutes == asked.minutes, let purse = accounts[asked.from.id]?.purse
        else { throw .holdOver }
        try release(hold)
        do {
            return try post(asked, now: now)
        } catch {
            accounts[asked.from.id]?.purse = purse
            holds[hold] = held
            throw error
        }
    }

    /// Releases a hold: its minutes are no longer reserved.
    public mutating func release(_ id: Int64) throws(LedgerError) {
        guard let hold = holds.removeValue(forKey: id) else { throw .holdOver }
        guard let purse = accounts[hold.account.id]?.purse else { throw .unknownAccount }
        accounts[hold.account.id]?.purse = purse.releasing(hold.minutes)
    }

    /// Whether a hold exists and has not expired at `now`.
    public func stands(_ id: Int64, now: Instant) -> Bool {
        holds[id].map { now < $0.expires } ?? false
    }

    private func expired(of account: Account.ID, now: Instant) -> Minutes {
        holds.values.reduce(.zero) {
            $1.account.id == account && $1.expires <= now ? $0 + $1.minutes : $0
        }
    }

    /// The purse after a debit.
    private mutating func taken(
        _ asked: Transfer,
        from payer: Entry,
        now: Instant
    ) throws(LedgerError) -> Purse {
        switch (payer.kind, asked.kind) {
        case (.issuance, _), (.takings, .reversal), (.notes, .reversal):
            return try payer.purse.taking(asked.minutes, forced: true)
        case _ where asked.kind.mayBreakFloor(from: payer.kind):
            return try payer.purse.taking(asked.minutes, forced: true)
        default:
            let able = try freed(payer.purse, of: asked.from.id, for: asked.minutes, now: now)
            return try able.taking(asked.minutes)
        }
    }

    /// The purse, with expired holds released if the debit needs that.
    private mutating func freed(
        _ purse: Purse,
        of account: Account.ID,
        for minutes: Minutes,
        now: Instant
    ) throws(LedgerError) -> Purse {
        if minutes <= purse.spendable { return purse }
        let free = purse.releasing(expired(of: account, now: now))
        guard minutes <= free.spendable else {
            throw .notEnough(available: free.spendable, needed: minutes)
        }
        holds = holds.filter { $0.value.account.id != account || $0.value.expires > now }
        return free
    }

    private mutating func follow(_ account: Account.ID, with id: Transfer.ID) -> Transfer.Link {
        guard let entry = accounts[account], entry.kind.isCounted else { return .none }
        accounts[account]?.last = id
        return Transfer.Link(previous: entry.last, balance: entry.purse.balance)
    }
}
