package import Ledger
internal import Store

/// Minutes reserved in an account, to be posted as a transfer or released.
package struct Hold: Hashable, Sendable {
    package typealias ID = Ledger.ID<Hold>

    package let id: ID
    package let account: Account.ID
    package let minutes: Minutes
    package let expires: Instant

    /// Creates a hold from stored values.
    package init(id: ID, account: Account.ID, minutes: Minutes, expires: Instant) {
        self.id = id
        self.account = account
        self.minutes = minutes
        self.expires = expires
    }
}

extension Desk {
    /// Reserves minutes of an account until `until`, and records the hold.
    ///
    /// - Throws: a ``Refusal`` with the minutes that are left where these are too few.
    package func hold(_ minutes: Minutes, of account: Account, until: Instant) throws -> Hold {
        _ = try Transfer.Fields.minutes.checked(minutes)
        guard try reserve(minutes, of: account.id) else {
            guard let purse = try tx.purse(of: account.id, in: here.id) else {
                throw AccessRefusal.notFound
            }
            // Minutes came in since the row was read: a conflict makes the whole operation run
            // again.
            if minutes <= purse.spendable { throw StoreError.conflict }
            throw LedgerError.notEnough(available: purse.spendable, needed: minutes)
                .refusal(from: account.kind)
        }
        let hold = Hold(id: newID(), account: account.id, minutes: minutes, expires: until)
        try record(hold, as: "open")
        return hold
    }

    /// Inserts a hold's row; for an open hold the caller has already reserved the minutes.
    func record(_ hold: Hold, as state: String) throws {
        try tx.run(
            """
            INSERT INTO hold (id, network, account, minutes, expires_at, state, journal)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            hold.id,
            here.id,
            hold.account,
            hold.minutes,
            hold.expires,
            state,
            journal
        )
    }

    private func reserve(_ minutes: Minutes, of account: Account.ID) throws -> Bool {
        if try tx.reserve(minutes, of: account, in: here.id) { return true }
        guard try tx.hasExpired(of: account, now: now) else { return false }
        // Expired holds are released only if the new hold needs it, which is certain only under the
        // lock.
        try tx.lockAccounts([account])
        if try tx.reserve(minutes, of: account, in: here.id) { return true }
        let freed = try tx.releaseExpired(of: account, now: now)
        return try freed && tx.reserve(minutes, of: account, in: here.id)
    }

    /// Releases an open hold.
    ///
    /// - Throws: ``AccountsRefusal/holdExpired`` where no open hold has this id.
    package func release(_ id: Hold.ID) throws {
        guard try tx.close(id, as: "released", in: here.id) != nil else {
            throw AccountsRefusal.holdExpired
        }
    }

    /// Posts an open hold: closes it and records a transfer of its minutes.
    ///
    /// - Throws: ``AccountsRefusal/holdExpired`` where the payer has no open hold with this id, or
    ///   it has expired.
    package func post(
        _ id: Hold.ID,
        as kind: TransferKind,
        from: Account,
        to: Account
    ) throws -> Transfer {
        guard let hold = try tx.openHold(id, in: here.id), hold.expires > now,
            hold.account == from.id,
            try tx.close(id, as: "posted", in: here.id) != nil
        else { throw AccountsRefusal.holdExpired }
        return try post(kind, from: from, to: to, hold.minutes)
    }
}

extension Transaction {
    /// Whether any open hold of an account has expired.
    func hasExpired(of account: Account.ID, now: Instant) throws -> Bool {
        try first(
            """
            SELECT 1 FROM hold WHERE account = $1 AND expires_at <= $2 AND state = 'open' LIMIT 1
            """,
            account,
            now,
            as: { _ in true }
        ) ?? false
    }

    /// Releases up to 1,000 expired holds of an account; returns whether there were any.
    func releaseExpired(of account: Account.ID, now: Instant) throws -> Bool {
        let expired = try all(
            """
            SELECT id, network FROM hold
            WHERE account = $1 AND expires_at <= $2 AND state = 'open' ORDER BY id LIMIT 1000
            """,
            account,
            now
        ) { (Hold.ID(raw: $0.integer(0)), Network.ID(raw: $0.integer(1))) }
        for (id, network) in expired { _ = try close(id, as: "released", in: network) }
        return !expired.isEmpty
    }

    /// Adds minutes to the account's held minutes; false where that would break its floor.
    func reserve(
        _ minutes: Minutes,
        of account: Account.ID,
        in network: Network.ID
    ) throws -> Bool {
        try change(
            """
            UPDATE account SET held = held + $1
            WHERE id = $2 AND network = $3 AND balance - held - $1 >= floor
            """,
            minutes,
            account,
            network
        ) == 1
    }

    fileprivate func openHold(_ id: Hold.ID, in network: Network.ID) throws -> Hold? {
        try first(
            """
            SELECT account, minutes, expires_at FROM hold
            WHERE id = $1 AND network = $2 AND state = 'open'
            """,
            id,
            network
        ) { Hold(id: id, account: $0.id(0), minutes: $0.minutes(1), expires: $0.instant(2)) }
    }

    /// Closes an open hold and returns the minutes it freed; nil where it was closed already.
    fileprivate func close(
        _ id: Hold.ID,
        as state: String,
        in network: Network.ID
    ) throws -> Minutes? {
        let freed = try first(
            """
            UPDATE hold SET state = $1 WHERE id = $2 AND network = $3 AND state = 'open'
            RETURNING account, minutes
            """,
            state,
            id,
            network
        ) { (Account.ID(raw: $0.integer(0)), $0.minutes(1)) }
        guard let (account, minutes) = freed else { return nil }
        try run(
            """
            UPDATE account SET held = held - $1,
                floor = CASE WHEN balance - held + $1 < lowest
                    THEN balance - held + $1 ELSE lowest END
            WHERE id = $2
            """,
            minutes,
            account
        )
        return minutes
    }
}
