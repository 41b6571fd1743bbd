package import Ledger
internal import Store

/// A line of an account's statement: a transfer from the account's point of view.
package struct StatementLine: Hashable, Sendable {
    package let id: Transfer.ID
    package let kind: TransferKind
    package let at: Instant
    package let minutes: Minutes
    /// Whether the account received the minutes.
    package let isIn: Bool
    /// The account's balance after the transfer; nil for an uncounted account.
    package let balance: Minutes?
    package let memo: String
    /// The transfer that this one reverses; nil for any other kind.
    package let reverses: Transfer.ID?
    /// The account whose statement this is.
    package let own: Account.ID
    /// The account on the other side.
    package let other: Account.ID
    /// The name of the other account's holder: a member, an organisation or the network.
    package let otherName: String

    /// The paying account.
    package var from: Account.ID { isIn ? other : own }
    /// The receiving account.
    package var to: Account.ID { isIn ? own : other }
}

/// An account's balance and held minutes, with the name of its holder.
package struct AccountState: Hashable, Sendable {
    package let account: Account
    /// The name of the member, organisation or network that holds it.
    package let holder: String
    package let minutes: Minutes
    package let held: Minutes
}

/// Asks for an account's balance.
package struct AccountQuery: Query {
    package let account: AccountName

    package static let name = "account.state"
    package static let access: Access = .own || .guardian || .staff(.worker) || .coordinator
    package var subject: Subject { .owned(account) }

    /// Creates a query about an account.
    package init(account: AccountName) { self.account = account }

    package func answer(at view: View) throws -> AccountState {
        guard let found = try view.account(account) else {
            throw AccessRefusal.notFound
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

/// Asks for a page of an account's transfers, newest first.
package struct StatementQuery: Query {
    package let account: AccountName
    package let span: Span

    package static let name = "account.statement"
    package static let access: Access = AccountQuery.access
    package var subject: Subject { .owned(account) }

    /// Creates a query for a page of an account's transfers.
    package init(account: AccountName, span: Span = Span()) {
        self.account = account
        self.span = span
    }

    package func answer(at view: View) throws -> ResultPage<StatementLine> {
        guard let found = try view.account(account) else {
            throw AccessRefusal.notFound
        }
        return try found.kind.isCounted
            ? view.tx.chain(of: found.account.id, span, in: view.here.id)
            : view.tx.passing(through: found.account.id, span, in: view.here.id)
    }
}

extension [StatementLine] {
    /// The lines in descending order of id.
    ///
    /// The recursive query usually yields this order, but SQL does not guarantee it; so sort only
    /// if needed.
    fileprivate var newestFirst: [StatementLine] {
        zip(self, dropFirst()).allSatisfy { $0.id > $1.id } ? self : sorted { $0.id > $1.id }
    }
}

extension StatementLine {
    /// Creates a line of an account from a row.
    ///
    /// The columns are: id, kind, minutes, time, reversed transfer, whether the account paid, the
    /// other account, balance after, memo, the name of the other account's member.
    fileprivate init(_ row: Row, of account: Account.ID, _ names: inout OtherNames) throws {
        id = row.id(0)
        kind = try row.number(1)
        minutes = row.minutes(2)
        at = row.instant(3)
        reverses = row.idIfAny(4)
        isIn = !row.flag(5)
        own = account
        other = row.id(6)
        balance = row.minutesIfAny(7)
        memo = row.textIfAny(8) ?? ""
        otherName = try row.textIfAny(9) ?? names.name(of: other)
    }
}

/// A cache of the names of account holders that are not members.
///
/// A statement has many lines and few organisations, so each name is read once.
private struct OtherNames {
    private let tx: Transaction
    private let network: Network.ID
    private var known: [Account.ID: String] = [:]

    init(_ tx: Transaction, in network: Network.ID) {
        self.tx = tx
        self.network = network
    }

    mutating func name(of account: Account.ID) throws -> String {
        if let name = known[account] { return name }
        let name = try tx.account(account, in: network).map { try tx.holderName(of: $0) } ?? ""
        known[account] = name
        return name
    }
}

extension Transaction {
    /// Returns the state of a member's wallet; nil for any other account.
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

    /// Returns a page of a counted account's transfers, following the links from newest to oldest.
    ///
    /// The recursive part has only the columns that a line shows, as each is copied twice per line.
    /// An account's first transfer has no previous one, so the end is known without reading a row
    /// more.
    fileprivate func chain(
        of account: Account.ID,
        _ span: Span,
        in network: Network.ID
    ) throws -> ResultPage<StatementLine> {
        guard let start = try start(of: account, after: span.after, in: network) else {
            return ResultPage(items: [], next: nil)
        }
        var names = OtherNames(self, in: network)
        var isWhole = false
        let lines = try all(
            """
            WITH RECURSIVE walk AS (
                SELECT t.id, t.kind, t.minutes, t.at, t.reverses, t.from_account = $1 AS is_out,
                    CASE WHEN t.from_account = $1 THEN t.to_account ELSE t.from_account END
                        AS other,
                    CASE WHEN t.from_account = $1 THEN t.from_after ELSE t.to_after END AS after,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                        AS previous,
                    1 AS step
                FROM transfer t WHERE t.id = $2
                UNION ALL
                SELECT t.id, t.kind, t.minutes, t.at, t.reverses, t.from_account = $1,
                    CASE WHEN t.from_account = $1 THEN t.to_account ELSE t.from_account END,
                    CASE WHEN t.from_account = $1 THEN t.from_after ELSE t.to_after END,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END,
                    walk.step + 1
                FROM walk JOIN transfer t ON t.id = walk.previous WHERE walk.step < $3
            )
            SELECT walk.id, walk.kind, walk.minutes, walk.at, walk.reverses, walk.is_out,
                walk.other, walk.after, memo.words, member.name, walk.previous
            FROM walk
                LEFT JOIN memo ON memo.transfer = walk.id
                LEFT JOIN member ON member.wallet = walk.other
            """,
            account,
            start,
            span.limit
        ) { row in
            isWhole = isWhole || row.isNull(10)
            return try StatementLine(row, of: account, &names)
        }.newestFirst
        return ResultPage(items: lines, next: isWhole ? nil : lines.last?.id.raw)
    }

    /// Returns the transfer that a page begins with: the account's last one, or the one before
    /// `after`.
    ///
    /// It is nil where there are no more.
    ///
    /// - Throws: a refusal of the field `after` where that is not a transfer of the account.
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
        guard let previous else { throw Span.Fields.after.refusal(.unknown) }
        return previous
    }

    /// Returns a page of an uncounted account's transfers, newest first, from its partial indexes.
    fileprivate func passing(
        through account: Account.ID,
        _ span: Span,
        in network: Network.ID
    ) throws -> ResultPage<StatementLine> {
        var names = OtherNames(self, in: network)
        let lines = try all(
            """
            SELECT t.id, t.kind, t.minutes, t.at, t.reverses, t.from_account = $1,
                CASE WHEN t.from_account = $1 THEN t.to_account ELSE t.from_account END,
                CASE WHEN t.from_account = $1 THEN t.from_after ELSE t.to_after END,
                memo.words, member.name
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
            ) AS passing
                JOIN transfer t ON t.id = passing.id
                LEFT JOIN memo ON memo.transfer = t.id
                LEFT JOIN member ON member.wallet
                    = CASE WHEN t.from_account = $1 THEN t.to_account ELSE t.from_account END
            ORDER BY t.id DESC LIMIT $3
            """,
            account,
            span.after ?? .max,
            span.limit + 1
        ) { try StatementLine($0, of: account, &names) }
        return ResultPage(lines, limit: span.limit) { $0.id.raw }
    }

    /// Returns the name of an account's holder: a member, an organisation or the network.
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
