package import Ledger
internal import Store

extension Transaction {
    /// Returns the balance, held minutes and limit of a counted account; nil for any other.
    package func purse(of account: Account.ID, in network: Network.ID) throws -> Purse? {
        try laterPurse(of: account, in: network).value()
    }

    /// Sends the query for a counted account's balance together with others; the result is read
    /// later.
    func laterPurse(of account: Account.ID, in network: Network.ID) throws -> Later<Purse> {
        try later(
            "SELECT balance, held, lowest FROM account WHERE id = $1 AND network = $2",
            account,
            network
        ) { Purse(balance: $0.minutes(0), held: $0.minutes(1), limit: $0.minutes(2)) }
    }

    /// Returns the balance of any account of the network.
    ///
    /// A counted account has it in its row; for an uncounted one it is the roll-up plus later
    /// transfers.
    package func balance(of account: Account, in network: Network.ID) throws -> Minutes {
        if account.kind.isCounted {
            return try purse(of: account.id, in: network)?.balance ?? .zero
        }
        let (balance, upto) = try rollup(account.id, in: network)
        let (after, _) = try movement(of: account.id, after: upto, upto: .max)
        return balance + after
    }

    /// Advances an uncounted account's roll-up to the horizon and returns the account's balance.
    ///
    /// The row is updated first, which locks it: of two concurrent calls the second waits.
    func rollUp(_ account: Account.ID, in network: Network.ID) throws -> Minutes {
        try run("UPDATE rollup SET balance = balance WHERE account = $1", account)
        let (balance, upto) = try rollup(account, in: network)
        let horizon = try horizon()
        let (settled, last) = try movement(of: account, after: upto, upto: horizon)
        if let last {
            try run(
                "UPDATE rollup SET balance = $2, upto = $3 WHERE account = $1",
                account,
                balance + settled,
                last
            )
        }
        guard horizon < .max else { return balance + settled }
        // Credits are summed before debits: a transfer committed between the two queries can only
        // lower the result, so no more is paid out than there is.
        let (after, _) = try movement(of: account, after: max(upto, horizon), upto: .max)
        return balance + settled + after
    }

    private func rollup(_ account: Account.ID, in network: Network.ID) throws -> (Minutes, Int64) {
        try first(
            "SELECT balance, upto FROM rollup WHERE account = $1 AND network = $2",
            account,
            network
        ) { ($0.minutes(0), $0.integer(1)) } ?? (.zero, 0)
    }

    /// Returns credits minus debits of an uncounted account, and the last transfer counted.
    ///
    /// It counts transfers with `after < id <= upto`; the last one is nil where there is none.
    func movement(
        of account: Account.ID,
        after: Int64,
        upto: Int64
    ) throws -> (Minutes, Int64?) {
        let into = try first(
            """
            SELECT CAST(SUM(minutes) AS BIGINT), MAX(id) FROM transfer
            WHERE to_account = $1 AND id > $2 AND id <= $3 AND to_after IS NULL
            """,
            account,
            after,
            upto
        ) { ($0.integer(0), $0.integerIfAny(1)) }
        let out = try first(
            """
            SELECT CAST(SUM(minutes) AS BIGINT), MAX(id) FROM transfer
            WHERE from_account = $1 AND id > $2 AND id <= $3 AND from_after IS NULL
            """,
            account,
            after,
            upto
        ) { ($0.integer(0), $0.integerIfAny(1)) }
        let last = [into?.1, out?.1].compactMap { $0 }.max()
        return (Minutes((into?.0 ?? 0) - (out?.0 ?? 0)), last)
    }
}
