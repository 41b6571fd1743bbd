package import Ledger
internal import Store

extension Desk {
    /// Records a transfer; only ``BulkPosting``, for imports, moves minutes in another way.
    ///
    /// The payer's balance is checked before anything is written, and the accounts' rows change in
    /// ascending order of id, so that two transfers never deadlock. Ids ascend along each account's
    /// chain: where a concurrent transfer with a larger id came first, a new id is drawn.
    ///
    /// - Throws: a ``Refusal``; where the payer has too little, it says how many minutes are left.
    @discardableResult
    package func post(
        _ kind: TransferKind,
        from: Account,
        to: Account,
        _ minutes: Minutes,
        at: Instant? = nil,
        memo: String = "",
        reverses: Transfer.ID? = nil
    ) throws -> Transfer {
        do {
            try Transfer.check(kind: kind, from: from, to: to, minutes: minutes)
        } catch {
            throw error.refusal(from: from.kind)
        }
        var posting = Posting(
            tx: tx,
            network: try here.id,
            id: Transfer.ID(raw: unlistedID()),
            draw: { Transfer.ID(raw: self.unlistedID(after: $0.raw)) },
            from: from,
            to: to,
            minutes: minutes,
            forced: kind.mayBreakFloor(from: from.kind),
            isReversal: reverses != nil,
            now: now
        )
        let (fromLink, toLink) = try posting.move()
        note(posting.id)
        let transfer = Transfer(
            id: posting.id,
            kind: kind,
            from: from,
            to: to,
            minutes: minutes,
            at: at ?? now,
            journal: journal,
            reverses: reverses,
            fromLink: fromLink,
            toLink: toLink
        )
        try tx.append(transfer, memo: memo, in: here.id)
        return transfer
    }
}

extension Transaction {
    /// Inserts a transfer with its links, and its memo unless that is empty.
    func append(_ transfer: Transfer, memo: String, in network: Network.ID) throws {
        try run(Transfer.insertion.sql, transfer.row(in: network))
        if !memo.isEmpty { try keep(memo, with: transfer, in: network) }
    }

    /// Inserts the memo of a transfer, unless the member on either side was erased.
    ///
    /// An erasure locks the same account rows as the transfer, so the check cannot miss a
    /// concurrent one. The reason of a reversal is always kept.
    private func keep(
        _ memo: String,
        with transfer: Transfer,
        in network: Network.ID
    ) throws {
        guard transfer.reverses == nil else {
            return try run(
                Transfer.memoInsertion.sql,
                transfer.id,
                network,
                memo
            )
        }
        try run(
            """
            INSERT INTO memo (transfer, network, words)
            SELECT $1, $2, $3
            WHERE NOT EXISTS (
                SELECT 1 FROM account a JOIN erasure e ON e.member = a.holder
                WHERE a.id = $4 AND a.kind = 1)
            AND NOT EXISTS (
                SELECT 1 FROM account a JOIN erasure e ON e.member = a.holder
                WHERE a.id = $5 AND a.kind = 1)
            """,
            transfer.id,
            network,
            memo,
            transfer.from.id,
            transfer.to.id
        )
    }

    /// Returns the last transfer of a counted account; nil where there is none.
    fileprivate func last(of account: Account.ID) throws -> Transfer.ID? {
        try first("SELECT last FROM account WHERE id = $1", account) { $0.idIfAny(0) } ?? nil
    }

    /// Checks that an uncounted account has the minutes that are to leave it.
    ///
    /// Issuance has no limit, and a reversal may always take minutes back.
    ///
    /// - Throws: ``AccountsRefusal/notEnoughCredits(left:needed:)``.
    func takeUncounted(
        _ minutes: Minutes,
        from account: Account,
        isReversal: Bool,
        in network: Network.ID
    ) throws {
        guard account.kind != .issuance, !isReversal else { return }
        let there = try rollUp(account.id, in: network)
        if minutes > there { throw AccountsRefusal.notEnoughCredits(left: there, needed: minutes) }
    }
}

extension Purse {
    /// Returns the refusal for a payer who has too few minutes.
    func short(
        of payer: Account,
        _ needed: Minutes,
        isReversal: Bool
    )
        -> any Refusal
    {
        let left = max(spendable, .zero)
        let error: LedgerError =
            isReversal
            ? .alreadySpent(left: left, needed: needed)
            : .notEnough(available: left, needed: needed)
        return error.refusal(from: payer.kind)
    }
}

/// Changes the rows of a transfer's two accounts and finds the transfer's links.
private struct Posting {
    let tx: Transaction
    let network: Network.ID
    private(set) var id: Transfer.ID
    /// Draws an id that is larger than the given one.
    let draw: (Transfer.ID) -> Transfer.ID
    let from: Account
    let to: Account
    let minutes: Minutes
    let forced: Bool
    let isReversal: Bool
    let now: Instant

    mutating func move() throws -> (Transfer.Link, Transfer.Link) {
        guard from.kind.isCounted else {
            try tx.takeUncounted(minutes, from: from, isReversal: isReversal, in: network)
            return (.none, try credit())
        }
        if to.kind.isCounted, to.id < from.id {
            try ask()
            let toLink = try credit()
            let drawn = id
            let fromLink = try debit()
            try rename(drawn, in: to)
            return (fromLink, toLink)
        }
        let fromLink = try debit()
        let drawn = id
        let toLink = try credit()
        try rename(drawn, in: from)
        return (fromLink, toLink)
    }

    /// Draws a new id if the account already has a transfer with a larger one; returns whether it
    /// did.
    ///
    /// That happens only where several servers write at once. The row is locked before the new id
    /// is drawn, so that no further transfer can come in between.
    private mutating func isRedrawn(for account: Account) throws -> Bool {
        guard let last = try tx.last(of: account.id), last >= id else { return false }
        try tx.lockAccounts([account.id])
        id = draw(try tx.last(of: account.id) ?? last)
        return true
    }

    /// Replaces the first id by the new one in a row that was changed before the new one was drawn.
    private func rename(_ drawn: Transfer.ID, in account: Account) throws {
        guard id != drawn else { return }
        try tx.run(
            "UPDATE account SET last = $1 WHERE id = $2 AND last = $3",
            id,
            account.id,
            drawn
        )
    }

    /// Checks that the payer has enough, so that a refusal comes before anything is written.
    private func ask() throws {
        guard !forced, let purse = try tx.purse(of: from.id, in: network) else { return }
        guard minutes > purse.spendable else { return }
        guard try tx.hasExpired(of: from.id, now: now) else { throw short(purse) }
        // Expired holds are released only if the payment needs it, which is certain only under the
        // lock.
        try tx.lockAccounts([from.id, to.id])
        guard let kept = try tx.purse(of: from.id, in: network), minutes > kept.spendable,
            try tx.releaseExpired(of: from.id, now: now)
        else { return }
        let freed = try tx.purse(of: from.id, in: network)
        if let freed, minutes > freed.spendable { throw short(freed) }
    }

    private mutating func debit() throws -> Transfer.Link {
        if let link = try take(anyway: forced) { return link }
        if try isRedrawn(for: from), let link = try take(anyway: forced) { return link }
        if try tx.hasExpired(of: from.id, now: now) {
            // Expired holds are released only if the payment needs it, which is certain only under
            // the lock.
            try tx.lockAccounts([from.id])
            _ = try isRedrawn(for: from)
            if let link = try take(anyway: false) { return link }
            if try tx.releaseExpired(of: from.id, now: now), let link = try take(anyway: false) {
                return link
            }
        }
        guard let purse = try tx.purse(of: from.id, in: network) else {
            throw AccessRefusal.notFound
        }
        // Minutes came in since the row was read: a conflict makes the whole operation run again.
        if minutes <= purse.spendable { throw StoreError.conflict }
        throw short(purse)
    }

    private func take(anyway: Bool) throws -> Transfer.Link? {
        anyway ? try takeAnyway() : try takeWithinFloor()
    }

    private func takeWithinFloor() throws -> Transfer.Link? {
        try tx.run(
            """
            UPDATE account SET balance = balance - $1, prior = last, last = $2
            WHERE id = $3 AND network = $4 AND balance - held - $1 >= floor
                AND (last IS NULL OR last < $2)
            """,
            minutes,
            id,
            from.id,
            network
        )
        return try link(of: from)
    }

    private func takeAnyway() throws -> Transfer.Link? {
        try tx.run(
            """
            UPDATE account SET balance = balance - $1, prior = last, last = $2,
                floor = CASE WHEN balance - held - $1 < lowest
                    THEN balance - held - $1 ELSE lowest END
            WHERE id = $3 AND network = $4 AND (last IS NULL OR last < $2)
            """,
            minutes,
            id,
            from.id,
            network
        )
        return try link(of: from)
    }

    private mutating func credit() throws -> Transfer.Link {
        guard to.kind.isCounted else { return .none }
        if let link = try put() { return link }
        guard try isRedrawn(for: to), let link = try put() else { throw AccessRefusal.notFound }
        return link
    }

    private func put() throws -> Transfer.Link? {
        try tx.run(
            """
            UPDATE account SET balance = balance + $1, prior = last, last = $2,
                floor = CASE WHEN balance - held + $1 < lowest
                    THEN balance - held + $1 ELSE lowest END
            WHERE id = $3 AND network = $4 AND (last IS NULL OR last < $2)
            """,
            minutes,
            id,
            to.id,
            network
        )
        return try link(of: to)
    }

    /// Returns the link that the update of an account's row left; nil where it changed nothing.
    ///
    /// The row names its last transfer, which shows whether this transfer changed it.
    private func link(of account: Account) throws -> Transfer.Link? {
        try tx.first(
            "SELECT prior, balance FROM account WHERE id = $1 AND last = $2",
            account.id,
            id
        ) { Transfer.Link(previous: $0.idIfAny(0), balance: $0.minutes(1)) }
    }

    private func short(_ purse: Purse) -> any Refusal {
        purse.short(of: from, minutes, isReversal: isReversal)
    }
}
