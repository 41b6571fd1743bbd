package import Ledger
internal import Store

extension Desk {
    /// Records a transfer: the only way in which minutes move.
    ///
    /// The payer is asked before anything is written, and the rows change in the order of their
    /// ids, so that two transfers never wait for each other crosswise.
    ///
    /// - Throws: a ``Refusal`` that names what is left where the payer's floor says no.
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
            throw Refusal(error, from: from.kind)
        }
        let id: Transfer.ID = newID()
        let posting = Posting(
            tx: tx,
            network: try here.id,
            id: id,
            from: from,
            to: to,
            minutes: minutes,
            forced: kind.mayBreakFloor(from: from.kind),
            isReversal: reverses != nil,
            now: now
        )
        let (fromLink, toLink) = try posting.move()
        let transfer = Transfer(
            id: id,
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
    /// Appends a transfer with its links, and the words that came with it.
    func append(_ transfer: Transfer, memo: String, in network: Network.ID) throws {
        try run(
            """
            INSERT INTO transfer (
                id, network, kind, from_account, from_kind, to_account, to_kind, minutes, at,
                journal, reverses, from_previous, from_after, to_previous, to_after)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            transfer.id,
            network,
            transfer.kind.rawValue,
            transfer.from.id,
            transfer.from.kind.rawValue,
            transfer.to.id,
            transfer.to.kind.rawValue,
            transfer.minutes,
            transfer.at,
            transfer.journal,
            transfer.reverses,
            transfer.fromLink.previous,
            transfer.fromLink.balance,
            transfer.toLink.previous,
            transfer.toLink.balance
        )
        guard !memo.isEmpty else { return }
        try run(
            "INSERT INTO memo (transfer, network, words) VALUES ($1, $2, $3)",
            transfer.id,
            network,
            memo
        )
    }

    /// Takings and notes are never retired, recycled or redeemed beyond what is there.
    func takeUncounted(
        _ minutes: Minutes,
        from account: Account,
        isReversal: Bool,
        in network: Network.ID
    ) throws {
        guard account.kind != .issuance, !isReversal else { return }
        let there = try rollUp(account.id, in: network)
        if minutes > there { throw Refusal.notEnoughCredits(left: there, needed: minutes) }
    }
}

extension Refusal {
    /// What a payer whose purse holds too little is told.
    static func short(
        _ purse: Purse,
        of payer: Account,
        _ needed: Minutes,
        isReversal: Bool
    )
        -> Refusal
    {
        let left = max(purse.spendable, .zero)
        let error: LedgerError =
            isReversal
            ? .alreadySpent(left: left, needed: needed)
            : .notEnough(available: left, needed: needed)
        return Refusal(error, from: payer.kind)
    }
}

/// Moves minutes between two accounts' rows, and finds the transfer's links.
private struct Posting {
    let tx: Transaction
    let network: Network.ID
    let id: Transfer.ID
    let from: Account
    let to: Account
    let minutes: Minutes
    let forced: Bool
    let isReversal: Bool
    let now: Instant

    func move() throws -> (Transfer.Link, Transfer.Link) {
        guard from.kind.isCounted else {
            try tx.takeUncounted(minutes, from: from, isReversal: isReversal, in: network)
            return (.none, try credit())
        }
        if to.kind.isCounted, to.id < from.id {
            try ask()
            let toLink = try credit()
            return (try debit(), toLink)
        }
        let fromLink = try debit()
        return (fromLink, try credit())
    }

    /// Asks whether the payer has enough, so that a refusal comes before anything is written.
    private func ask() throws {
        guard !forced, let purse = try tx.purse(of: from.id, in: network) else { return }
        if minutes > purse.spendable {
            guard try tx.releaseExpired(of: from.id, now: now) else { throw short(purse) }
            let freed = try tx.purse(of: from.id, in: network)
            if let freed, minutes > freed.spendable { throw short(freed) }
        }
    }

    private func debit() throws -> Transfer.Link {
        if let link = try forced ? take(anyway: true) : take(anyway: false) { return link }
        if try tx.releaseExpired(of: from.id, now: now), let link = try take(anyway: false) {
            return link
        }
        guard let purse = try tx.purse(of: from.id, in: network) else { throw Refusal.notFound }
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
            WHERE id = $3 AND network = $4
            """,
            minutes,
            id,
            from.id,
            network
        )
        return try link(of: from)
    }

    private func credit() throws -> Transfer.Link {
        guard to.kind.isCounted else { return .none }
        try tx.run(
            """
            UPDATE account SET balance = balance + $1, prior = last, last = $2,
                floor = CASE WHEN balance - held + $1 < lowest
                    THEN balance - held + $1 ELSE lowest END
            WHERE id = $3 AND network = $4
            """,
            minutes,
            id,
            to.id,
            network
        )
        guard let link = try link(of: to) else { throw Refusal.notFound }
        return link
    }

    /// What the change of an account's row left there; nil where nothing was changed.
    ///
    /// The row names the last transfer, so it says itself whether the change was ours.
    private func link(of account: Account) throws -> Transfer.Link? {
        try tx.first(
            "SELECT prior, balance FROM account WHERE id = $1 AND last = $2",
            account.id,
            id
        ) { Transfer.Link(previous: $0.idIfAny(0), balance: $0.minutes(1)) }
    }

    private func short(_ purse: Purse) -> Refusal {
        .short(purse, of: from, minutes, isReversal: isReversal)
    }
}
