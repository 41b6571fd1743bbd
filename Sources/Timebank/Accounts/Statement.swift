package import Ledger
internal import Store

/// One line of an account's statement.
package struct StatementLine: Hashable, Sendable {
    package let transfer: Transfer
    package let memo: String
    /// Whether the minutes came in.
    package let isIn: Bool
    /// What the account holds after it; none for accounts without a row.
    package let balance: Minutes?
    /// Who or what stands on the other side.
    package let other: String
}

/// What an account holds.
package struct AccountState: Hashable, Sendable {
    package let account: Account
    /// The name of whose it is.
    package let holder: String
    package let minutes: Minutes
    package let held: Minutes
}

/// Asks what an account holds.
package struct AccountQuery: Query {
    package let account: AccountName

    package static let name = "account.state"
    package static let access: Access = .own || .guardian || .staff(.worker) || .coordinator
    package var subject: Subject { .account(account) }

    /// A question about one account.
    package init(account: AccountName) { self.account = account }

    package func answer(at view: View) throws -> AccountState {
        guard let found = try view.tx.account(account, in: view.here.id) else {
            throw Refusal.notFound
        }
        if let state = try view.tx.state(of: found.account, in: view.here.id) { return state }
        let purse = try view.tx.purse(of: found.account.id, in: view.here.id)
        return AccountState(
            account: found.account,
            holder: try view.tx.holderName(of: found),
            minutes: try purse?.balance
                ?? view.tx.balance(of: found.account, in: view.here.id),
            held: purse?.held ?? .zero
        )
    }
}

/// Asks for an account's transfers, newest first.
package struct StatementQuery: Query {
    package let account: AccountName
    package let span: Span
    /// Whether each line should name who or what stands on the other side.
    package let named: Bool

    package static let name = "account.statement"
    package static let access: Access = AccountQuery.access
    package var subject: Subject { .account(account) }

    /// A question for a stretch of one account's transfers.
    package init(account: AccountName, span: Span = Span(), named: Bool = true) {
        self.account = account
        self.span = span
        self.named = named
    }

    package func answer(at view: View) throws -> Stretch<StatementLine> {
        guard let found = try view.tx.account(account, in: view.here.id) else {
            throw Refusal.notFound
        }
        let lines =
            try found.kind.isCounted
            ? view.tx.chain(of: found.account.id, span, named: named, in: view.here.id)
            : view.tx.passing(through: found.account.id, span, named: named, in: view.here.id)
        return Stretch(lines, limit: span.limit) { $0.transfer.id.raw }
    }
}

extension Transaction {
    /// What a member's wallet holds; nil for any other account.
    fileprivate func state(
        of account: Account,
        in network: Network.ID
    ) throws -> AccountState? {
        guard account.kind == .wallet else { return nil }
        return try first(
            """
            SELECT m.name, a.balance, a.held FROM account a JOIN member m ON m.id = a.holder
            WHERE a.id = $1 AND a.network = $2
            """,
            account.id,
            network
        ) {
            AccountState(
                account: account,
                holder: $0.text(0),
                minutes: $0.minutes(1),
                held: $0.minutes(2)
            )
        }
    }

    /// A counted account's newest transfers, one more than asked for, walked along the chain.
    fileprivate func chain(
        of account: Account.ID,
        _ span: Span,
        named: Bool,
        in network: Network.ID
    ) throws -> [StatementLine] {
        guard let start = try start(of: account, after: span.after, in: network) else { return [] }
        // The database walks from the newest on and need not sort; that it does so is not promised.
        let lines = try all(
            """
            WITH RECURSIVE walk AS (
                SELECT t.id, t.kind, t.from_account, t.from_kind, t.to_account, t.to_kind,
                    t.minutes, t.at, t.journal, t.reverses, t.from_previous, t.from_after,
                    t.to_previous, t.to_after, 1 AS step,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                        AS previous
                FROM transfer t WHERE t.id = $2
                UNION ALL
                SELECT t.id, t.kind, t.from_account, t.from_kind, t.to_account, t.to_kind,
                    t.minutes, t.at, t.journal, t.reverses, t.from_previous, t.from_after,
                    t.to_previous, t.to_after, walk.step + 1,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                FROM walk JOIN transfer t ON t.id = walk.previous WHERE walk.step <= $3
            )
            SELECT walk.id, walk.kind, from_account, from_kind, to_account, to_kind, minutes, at,
                journal, reverses, from_previous, from_after, to_previous, to_after,
                COALESCE((SELECT words FROM memo WHERE memo.transfer = walk.id), ''),
                CASE WHEN from_account = $1 THEN to_account ELSE from_account END,
                CASE WHEN from_account = $1 THEN to_kind ELSE from_kind END,
                CASE WHEN $4 = 1 THEN (
                    SELECT m.name FROM account a JOIN member m ON m.id = a.holder
                    WHERE a.kind = 1 AND a.id
                        = CASE WHEN from_account = $1 THEN to_account ELSE from_account END)
                END
            FROM walk
            """,
            account,
            start,
            span.limit,
            named
        ) { try line($0, of: account, named: named) }
        return lines.sorted { $0.transfer.id > $1.transfer.id }
    }

    /// Where a walk begins: at the account's last transfer, or before the one already seen.
    private func start(
        of account: Account.ID,
        after: Int64?,
        in network: Network.ID
    ) throws -> Int64? {
        guard let after else {
            return try first(
                "SELECT last FROM account WHERE id = $1 AND network = $2",
                account,
                network,
                as: { $0.integerIfAny(0) }
            ) ?? nil
        }
        let previous = try first(
            """
            SELECT CASE WHEN from_account = $1 THEN from_previous ELSE to_previous END
            FROM transfer
            WHERE id = $2 AND network = $3 AND (from_account = $1 OR to_account = $1)
            """,
            account,
            after,
            network,
            as: { $0.integerIfAny(0) }
        )
        guard let previous else { throw Refusal.invalid(field: "after", .unknown) }
        return previous
    }

    /// An uncounted account's newest transfers, one more than asked for, from its own index.
    fileprivate func passing(
        through account: Account.ID,
        _ span: Span,
        named: Bool,
        in network: Network.ID
    ) throws -> [StatementLine] {
        try all(
            """
            SELECT t.id, t.kind, from_account, from_kind, to_account, to_kind, minutes, at,
                journal, reverses, from_previous, from_after, to_previous, to_after,
                COALESCE((SELECT words FROM memo WHERE memo.transfer = t.id), ''),
                CASE WHEN from_account = $1 THEN to_account ELSE from_account END,
                CASE WHEN from_account = $1 THEN to_kind ELSE from_kind END,
                CASE WHEN $4 = 1 THEN (
                    SELECT m.name FROM account a JOIN member m ON m.id = a.holder
                    WHERE a.kind = 1 AND a.id
                        = CASE WHEN from_account = $1 THEN to_account ELSE from_account END)
                END
            FROM (
                SELECT id FROM (
                    SELECT id FROM transfer
                    WHERE to_account = $1 AND to_after IS NULL AND id < $2
                    ORDER BY id DESC LIMIT $3) AS incoming
                UNION ALL
                SELECT id FROM (
                    SELECT id FROM transfer
                    WHERE from_account = $1 AND from_after IS NULL AND id < $2
                    ORDER BY id DESC LIMIT $3) AS outgoing
            ) AS passing JOIN transfer t ON t.id = passing.id
            ORDER BY t.id DESC LIMIT $3
            """,
            account,
            span.after ?? .max,
            span.limit + 1,
            named
        ) { try line($0, of: account, named: named) }
    }

    private func line(_ row: Row, of account: Account.ID, named: Bool) throws -> StatementLine {
        let transfer = try Transfer(row)
        let isIn = transfer.to.id == account
        let other = isIn ? transfer.from : transfer.to
        return StatementLine(
            transfer: transfer,
            memo: row.text(14),
            isIn: isIn,
            balance: isIn ? transfer.toLink.balance : transfer.fromLink.balance,
            other: named ? try row.textIfAny(17) ?? nameOfOther(other) : ""
        )
    }

    /// The name of whose an account is that is no member's; members' came with the line.
    private func nameOfOther(_ account: Account) throws -> String {
        let holder =
            account.kind.isCounted
            ? try first("SELECT holder FROM account WHERE id = $1", account.id) { $0.integer(0) }
            : try first("SELECT holder FROM rollup WHERE account = $1", account.id) {
                $0.integer(0)
            }
        return try holderName(of: FoundAccount(account: account, holder: holder ?? 0))
    }

    /// The name of whose an account is: a member's, an organisation's or the network's.
    func holderName(of found: FoundAccount) throws -> String {
        switch found.kind {
        case .wallet:
            return try first("SELECT name FROM member WHERE id = $1", found.holder) {
                $0.text(0)
            } ?? ""
        case .allocation, .takings:
            return try first("SELECT name FROM organisation WHERE id = $1", found.holder) {
                $0.text(0)
            } ?? ""
        case .issuance, .pot, .notes, .loss, .mirror:
            return try first("SELECT name FROM network WHERE id = $1", found.holder) {
                $0.text(0)
            } ?? ""
        }
    }
}
