package import Ledger
internal import Store

/// Posts many transfers in one operation; the rows are the same as after posting them one by one.
///
/// Each account's row is read and locked once, kept in memory, and written once in ``finish()``. So
/// a transfer costs one inserted row instead of three statements, and rows are sent in batches.
/// Between the first posting and ``finish()`` no other code may change these accounts.
package final class BulkPosting {
    private let desk: Desk
    private let tx: Transaction
    private let network: Network.ID
    private var slots: [Slot] = []
    private var positions: [Account.ID: Int] = [:]
    /// The wallets of erased members, and how many accounts were locked when that was read.
    private var erased: Set<Account.ID>?
    private var asked = 0

    /// A counted account's row, with the values that will be written.
    fileprivate struct Slot {
        let account: Account
        var balance: Int64
        var held: Int64
        let lowest: Int64
        var floor: Int64
        var last: Transfer.ID?
        var prior: Transfer.ID?
        /// Whether the wallet's holder was erased; nil where that was not read for this account
        /// alone.
        var isErased: Bool?
    }

    /// Begins to post in the desk's transaction and network.
    package init(at desk: Desk) throws {
        self.desk = desk
        tx = desk.tx
        network = try desk.here.id
    }

    /// Records a transfer, as ``Desk/post(_:from:to:_:at:memo:reverses:)`` does.
    ///
    /// - Throws: the same ``Refusal``; after it the whole operation must be rolled back.
    @discardableResult
    package func post(
        _ kind: TransferKind,
        from: Account,
        to: Account,
        _ minutes: Minutes,
        at: Instant,
        memo: String = "",
        reverses: Transfer.ID? = nil
    ) throws -> Transfer {
        do {
            try Transfer.check(kind: kind, from: from, to: to, minutes: minutes)
        } catch {
            throw error.refusal(from: from.kind)
        }
        let id = Transfer.ID(raw: desk.unlistedID(after: max(try last(of: from), try last(of: to))))
        let fromLink = try debit(
            from,
            minutes,
            by: id,
            forced: kind.mayBreakFloor(from: from.kind),
            isReversal: reverses != nil
        )
        let toLink = try credit(to, minutes, by: id)
        let transfer = Transfer(
            id: id,
            kind: kind,
            from: from,
            to: to,
            minutes: minutes,
            at: at,
            journal: desk.journal,
            reverses: reverses,
            fromLink: fromLink,
            toLink: toLink
        )
        try tx.add(transfer.row(in: network), by: Transfer.insertion)
        if !memo.isEmpty { try keep(memo, with: transfer) }
        return transfer
    }

    /// Inserts the memo of a transfer, unless a member on either side was erased.
    ///
    /// The reason of a reversal is always kept.
    private func keep(_ memo: String, with transfer: Transfer) throws {
        if transfer.reverses == nil {
            guard try !isErased(transfer.from), try !isErased(transfer.to) else { return }
        }
        try tx.add(
            [transfer.id.bound, network.bound, memo.bound],
            by: Transfer.memoInsertion
        )
    }

    /// Whether an account is the wallet of an erased member.
    ///
    /// An erasure locks the account's row, so the answer is final once this transaction has the
    /// lock. The first memo reads the erased members once for all accounts locked by then; an
    /// account locked later is looked up alone.
    private func isErased(_ account: Account) throws -> Bool {
        guard account.kind == .wallet else { return false }
        let position = try position(of: account)
        if erased == nil {
            erased = try tx.erasedWallets(in: network)
            asked = slots.count
        }
        if position >= asked, slots[position].isErased == nil {
            slots[position].isErased = try tx.isErased(holderOf: account.id)
        }
        return slots[position].isErased ?? erased?.contains(account.id) ?? false
    }

    /// Locks accounts that will be needed, in ascending order of id, so that no deadlock can arise
    /// with concurrent transfers.
    package func take(_ accounts: [Account]) throws {
        for account in Set(accounts).sorted(by: { $0.id < $1.id }) where account.kind.isCounted {
            _ = try position(of: account)
        }
    }

    /// Writes the rows of the accounts that were touched, in ascending order of id.
    package func finish() throws {
        for slot in slots.sorted(by: { $0.account.id < $1.account.id }) { try write(slot) }
        slots = []
        positions = [:]
        erased = nil
    }

    private func debit(
        _ payer: Account,
        _ minutes: Minutes,
        by id: Transfer.ID,
        forced: Bool,
        isReversal: Bool
    ) throws -> Transfer.Link {
        guard payer.kind.isCounted else {
            try tx.takeUncounted(minutes, from: payer, isReversal: isReversal, in: network)
            return .none
        }
        let position = try position(of: payer)
        if !forced, !slots[position].has(minutes) {
            try freeExpiredHolds(at: position)
            guard slots[position].has(minutes) else {
                throw slots[position].purse.short(of: payer, minutes, isReversal: isReversal)
            }
        }
        slots[position].change(by: -minutes.count, transfer: id, lowersFloor: forced)
        return slots[position].link
    }

    private func credit(
        _ payee: Account,
        _ minutes: Minutes,
        by id: Transfer.ID
    ) throws -> Transfer.Link {
        guard payee.kind.isCounted else { return .none }
        let position = try position(of: payee)
        slots[position].change(by: minutes.count, transfer: id, lowersFloor: true)
        return slots[position].link
    }

    /// Releases the account's expired holds; that changes the row itself, so the values in memory
    /// are written before and read again after.
    private func freeExpiredHolds(at position: Int) throws {
        let slot = slots[position]
        guard slot.held > 0 else { return }
        try write(slot)
        guard try tx.releaseExpired(of: slot.account.id, now: desk.now) else { return }
        slots[position] = try read(slot.account)
    }

    /// Returns the account's last transfer, 0 for none; ids ascend along each account's chain.
    private func last(of account: Account) throws -> Int64 {
        guard account.kind.isCounted else { return 0 }
        return try slots[position(of: account)].last?.raw ?? 0
    }

    private func position(of account: Account) throws -> Int {
        if let position = positions[account.id] { return position }
        slots.append(try read(account))
        positions[account.id] = slots.count - 1
        return slots.count - 1
    }

    /// Reads an account's row with an update, which locks it until the transaction ends.
    private func read(_ account: Account) throws -> Slot {
        let slot = try tx.first(
            """
            UPDATE account SET held = held WHERE id = $1 AND network = $2
            RETURNING balance, held, lowest, floor, last, prior
            """,
            account.id,
            network
        ) {
            Slot(
                account: account,
                balance: $0.integer(0),
                held: $0.integer(1),
                lowest: $0.integer(2),
                floor: $0.integer(3),
                last: $0.idIfAny(4),
                prior: $0.idIfAny(5)
            )
        }
        guard let slot else { throw AccessRefusal.notFound }
        return slot
    }

    private func write(_ slot: Slot) throws {
        try tx.run(
            """
            UPDATE account SET balance = $1, floor = $2, last = $3, prior = $4
            WHERE id = $5 AND network = $6
            """,
            slot.balance,
            slot.floor,
            slot.last,
            slot.prior,
            slot.account.id,
            network
        )
    }
}

extension BulkPosting.Slot {
    fileprivate var link: Transfer.Link {
        Transfer.Link(previous: prior, balance: Minutes(balance))
    }

    fileprivate var purse: Purse {
        Purse(balance: Minutes(balance), held: Minutes(held), limit: Minutes(lowest))
    }

    /// Whether these minutes can be debited without going below the floor.
    fileprivate func has(_ minutes: Minutes) -> Bool { balance - held - minutes.count >= floor }

    fileprivate mutating func change(by minutes: Int64, transfer: Transfer.ID, lowersFloor: Bool) {
        balance += minutes
        prior = last
        last = transfer
        if lowersFloor { floor = min(lowest, balance - held) }
    }
}

extension Transaction {
    /// Returns the wallets of all erased members of a network.
    fileprivate func erasedWallets(in network: Network.ID) throws -> Set<Account.ID> {
        var found: Set<Account.ID> = []
        try each(
            "SELECT m.wallet FROM erasure e JOIN member m ON m.id = e.member WHERE e.network = $1",
            network
        ) { row in
            found.insert(row.id(0))
            return true
        }
        return found
    }

    /// Whether the holder of a wallet was erased.
    fileprivate func isErased(holderOf wallet: Account.ID) throws -> Bool {
        try first(
            "SELECT 1 FROM account a JOIN erasure e ON e.member = a.holder WHERE a.id = $1",
            wallet
        ) { _ in true } ?? false
    }
}
