internal import Ledger
internal import Store

/// Some of a network's members, by what they have done or not.
package enum MemberSelection: String, CaseIterable, Sendable {
    /// Joined in the last 90 days.
    case recent
    /// Members who take part and have never been paid for hours or for help.
    case neverEarned = "never-earned"
    /// Members who take part, have received something, and have never enjoyed anything with it.
    case neverSpent = "never-spent"
    case left

    /// How many days somebody counts as having joined lately.
    package static let recentDays = 90

    /// How many members one request examines at most; the next page goes on after the last one.
    fileprivate var examinedMost: Int {
        switch self {
        case .recent, .left: 10_000
        case .neverEarned, .neverSpent: 400
        }
    }
}

extension View {
    /// One page of a selection, newest first; a page may be short although there are more.
    func members(_ selection: MemberSelection, _ span: Span) throws -> ResultPage<MemberState> {
        let network = try here.id
        let since = now - .seconds(86_400 * MemberSelection.recentDays)
        let seen = try tx.examined(
            // Nobody's id is older than the moment at which they joined.
            after: selection == .recent ? IDGenerator.smallestID(at: since.milliseconds) : 0,
            before: span.after ?? .max,
            most: selection.examinedMost,
            in: network
        )
        let chosen: [Examined]
        switch selection {
        case .recent: chosen = seen.filter { $0.joined >= since }
        case .left: chosen = seen.filter { $0.status == .left }
        case .neverEarned, .neverSpent:
            let here = seen.filter { $0.status != .left }
            let done = try tx.walletsThat(selection == .neverEarned, here.map(\.wallet))
            chosen = here.filter {
                !done.contains($0.wallet) && (selection == .neverEarned || $0.hasMoved)
            }
        }
        let page = chosen.prefix(span.limit)
        let isWhole = seen.count < selection.examinedMost
        let next = chosen.count > span.limit ? page.last : isWhole ? nil : seen.last
        return ResultPage(
            items: try tx.members(page.map(\.member), in: network),
            next: next?.member.raw
        )
    }
}

/// What a selection looks at.
private struct Examined {
    let member: Member.ID
    let status: Member.Status
    let wallet: Account.ID
    let joined: Instant
    /// Whether anything has gone into the wallet or out of it.
    let hasMoved: Bool
}

extension Transaction {
    /// The newest members with ids between two others, newest first.
    fileprivate func examined(
        after: Int64,
        before: Int64,
        most: Int,
        in network: Network.ID
    ) throws -> [Examined] {
        try all(
            """
            SELECT m.id, m.status, m.wallet, m.joined_at,
                CASE WHEN a.last IS NULL THEN 0 ELSE 1 END
            FROM member m JOIN account a ON a.id = m.wallet
            WHERE m.network = $1 AND m.id > $2 AND m.id < $3 AND m.status <> 'erased'
            ORDER BY m.id DESC LIMIT $4
            """,
            network,
            after,
            before,
            most
        ) {
            Examined(
                member: $0.id(0),
                status: try $0.word(1),
                wallet: $0.id(2),
                joined: $0.instant(3),
                hasMoved: $0.flag(4)
            )
        }
    }

    /// Those of some wallets that were ever paid for help, or that ever paid for something.
    ///
    /// It follows the links of each wallet from its newest transfer back to the first that counts,
    /// and 500 at most; kinds 2 and 4 are payments for help, 3 and 4 payments for something.
    ///
    /// - earned: Whether to look for what came in; otherwise for what went out.
    fileprivate func walletsThat(_ earned: Bool, _ wallets: [Account.ID]) throws -> Set<Account.ID>
    {
        let found: [Account.ID] = try all(
            """
            \(IDList.asked), walk (wallet, hit, previous, step) AS (
                SELECT a.id,
                    CASE WHEN $2 = 1 AND t.to_account = a.id AND t.kind IN (2, 4)
                        OR $2 = 0 AND t.from_account = a.id AND t.kind IN (3, 4)
                        THEN 1 ELSE 0 END,
                    CASE WHEN t.from_account = a.id THEN t.from_previous ELSE t.to_previous END,
                    1
                FROM asked JOIN account a ON a.id = asked.id JOIN transfer t ON t.id = a.last
                UNION ALL
                SELECT walk.wallet,
                    CASE WHEN $2 = 1 AND t.to_account = walk.wallet AND t.kind IN (2, 4)
                        OR $2 = 0 AND t.from_account = walk.wallet AND t.kind IN (3, 4)
                        THEN 1 ELSE 0 END,
                    CASE WHEN t.from_account = walk.wallet
                        THEN t.from_previous ELSE t.to_previous END,
                    walk.step + 1
                FROM walk JOIN transfer t ON t.id = walk.previous
                WHERE walk.hit = 0 AND walk.step < 500
            )
            SELECT wallet FROM walk WHERE hit = 1
            """,
            IDList(wallets),
            earned ? 1 : 0
        ) { $0.id(0) }
        return Set(found)
    }

    /// Members with balances, newest first.
    fileprivate func members(_ ids: [Member.ID], in network: Network.ID) throws -> [MemberState] {
        guard !ids.isEmpty else { return [] }
        return try all(
            """
            \(IDList.asked)
            SELECT m.id, m.person, m.number, m.card, m.name, m.email, m.phone, m.language,
                m.status, m.wallet, m.joined_at, a.balance, a.held,
                CASE WHEN p.password IS NULL THEN 0 ELSE 1 END
            FROM asked JOIN member m ON m.id = asked.id JOIN account a ON a.id = m.wallet
                LEFT JOIN person p ON p.id = m.person
            WHERE m.network = $2 ORDER BY m.id DESC
            """,
            IDList(ids),
            network,
            as: MemberState.init
        )
    }
}
