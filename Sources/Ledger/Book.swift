/// A ledger in memory: the model that the database is checked against.
///
/// It keeps every promise of the ledger in the plainest way, one dictionary each, so that a reader
/// can see that it does; the store keeps the same promises at speed.
package struct Book: Sendable {
    /// What the book knows of an account.
    package struct Entry: Hashable, Sendable {
        package let kind: AccountKind
        package fileprivate(set) var purse: Purse
        package fileprivate(set) var last: Transfer.ID?
    }

    /// Minutes of an account that are reserved until a moment.
    package struct Hold: Hashable, Sendable {
        package let account: Account
        package let minutes: Minutes
        package let expires: Instant
    }

    package private(set) var accounts: [Account.ID: Entry] = [:]
    package private(set) var transfers: [Transfer.ID: Transfer] = [:]
    package private(set) var holds: [Int64: Hold] = [:]
    private var reversed: Set<Transfer.ID> = []

    /// An empty book.
    package init() {}

    /// The sum over all accounts, which is always zero.
    package var sum: Minutes { accounts.values.reduce(.zero) { $0 + $1.purse.balance } }

    /// Opens an account with nothing in it; `limit` is how low it may go.
    package mutating func open(_ account: Account, limit: Minutes = .zero) {
        precondition(accounts[account.id] == nil, "an account is opened once")
        accounts[account.id] = Entry(kind: account.kind, purse: Purse(limit: limit), last: nil)
    }

    /// Sets how low an account may go; one that is lower already may only climb from there.
    package mutating func limit(_ account: Account.ID, to limit: Minutes) {
        guard let purse = accounts[account]?.purse else { return }
        accounts[account]?.purse = Purse(
            balance: purse.balance,
            held: purse.held,
            limit: limit
        )
    }

    /// Records a transfer and gives it its links.
    package mutating func post(_ asked: Transfer) throws(LedgerError) -> Transfer {
        try Transfer.check(
            kind: asked.kind,
            from: asked.from,
            to: asked.to,
            minutes: asked.minutes
        )
        guard let payer = accounts[asked.from.id], payer.kind == asked.from.kind,
            let payee = accounts[asked.to.id], payee.kind == asked.to.kind
        else { throw .unknownAccount }
        let left = try taken(asked, from: payer)
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

    /// Takes a transfer back by another one that runs the other way.
    package mutating func reverse(
        _ id: Transfer.ID,
        as new: Transfer.ID,
        at: Instant,
        journal: Int64
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
                )
            )
            reversed.insert(id)
            return back
        } catch .notEnough(let available, let needed) {
            throw .alreadySpent(left: available, needed: needed)
        }
    }

    /// Reserves minutes until a moment.
    package mutating func hold(
        _ id: Int64,
        _ minutes: Minutes,
        of account: Account,
        until: Instant,
        now: Instant
    ) throws(LedgerError) {
        guard Minutes.movable.contains(minutes) else { throw .amountOutOfRange(minutes) }
        releaseExpired(of: account.id, now: now)
        guard let purse = accounts[account.id]?.purse else { throw .unknownAccount }
        let less = try purse.holding(minutes)
        accounts[account.id]?.purse = less
        holds[id] = Hold(account: account, minutes: minutes, expires: until)
    }

    /// Lets reserved minutes go.
    package mutating func release(_ id: Int64) throws(LedgerError) {
        guard let hold = holds.removeValue(forKey: id) else { throw .holdOver }
        guard let purse = accounts[hold.account.id]?.purse else { throw .unknownAccount }
        accounts[hold.account.id]?.purse = purse.releasing(hold.minutes)
    }

    /// Whether a hold can still be posted.
    package func stands(_ id: Int64, now: Instant) -> Bool {
        holds[id].map { now < $0.expires } ?? false
    }

    /// Lets go what has run out, which every debit that would be refused does first.
    package mutating func releaseExpired(of account: Account.ID, now: Instant) {
        for (id, hold) in holds where hold.account.id == account && hold.expires <= now {
            holds[id] = nil
            if let purse = accounts[account]?.purse {
                accounts[account]?.purse = purse.releasing(hold.minutes)
            }
        }
    }

    private func taken(_ asked: Transfer, from payer: Entry) throws(LedgerError) -> Purse {
        switch (payer.kind, asked.kind) {
        case (.issuance, _), (.takings, .reversal), (.notes, .reversal):
            return try payer.purse.taking(asked.minutes, forced: true)
        default:
            let forced = asked.kind.mayBreakFloor(from: payer.kind)
            return try payer.purse.taking(asked.minutes, forced: forced)
        }
    }

    private mutating func follow(_ account: Account.ID, with id: Transfer.ID) -> Transfer.Link {
        guard let entry = accounts[account], entry.kind.isCounted else { return .none }
        accounts[account]?.last = id
        return Transfer.Link(previous: entry.last, balance: entry.purse.balance)
    }
}
