package import Ledger
internal import Store

/// Which transfers of a network, or of an account, to show.
package struct TransferFilter: Hashable, Sendable {
    /// The account that they went into or came from; nil for any.
    package let account: Account.ID?
    /// The kind; nil for any.
    package let kind: TransferKind?
    /// The first day, in the network's time zone; nil for no limit.
    package let from: Day?
    /// The last day; nil for no limit.
    package let to: Day?

    /// - account: A wallet, an allocation, takings or the pot.
    package init(
        account: Account.ID? = nil,
        kind: TransferKind? = nil,
        from: Day? = nil,
        to: Day? = nil
    ) {
        self.account = account
        self.kind = kind
        self.from = from
        self.to = to
    }

    /// Whether it leaves out nothing of the account that it names.
    fileprivate var isOfAccountAlone: Bool { kind == nil && from == nil && to == nil }
}

/// Asks for a page of a network's transfers, newest first, all or those that a search finds.
///
/// The search is the id of a transfer, a membership number, or the beginning of a member's name.
/// Where several members match a name, there is only one page. With a kind or days one request
/// examines at most 5,000 transfers, so that a page may be short although the next one has more.
package struct TransfersQuery: Query {
    package let search: String
    package let filter: TransferFilter
    package let span: Span

    package static let name = "transfer.list"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// The maximum number of members that a search by name considers.
    static let membersMost = 5
    /// The maximum number of transfers that one request examines.
    static let examinedMost = 5_000

    /// Creates a query for a page of transfers; an empty `search` finds all.
    package init(
        search: String = "",
        filter: TransferFilter = TransferFilter(),
        span: Span = Span()
    ) {
        self.search = search
        self.filter = filter
        self.span = span
    }

    package func answer(at view: View) throws -> ResultPage<TransferState> {
        let words = foldedLogin(search)
        if let id = words.isEmpty ? nil : Transfer.ID(search) {
            let found = try view.states(of: [id])
            if !found.isEmpty { return ResultPage(items: found, next: nil) }
        }
        let ids = try words.isEmpty ? unsearched(at: view) : found(words, at: view)
        return ResultPage(items: try view.states(of: ids.items), next: ids.next)
    }

    private func unsearched(at view: View) throws -> ResultPage<Transfer.ID> {
        if let account = filter.account { return try moved(through: account, at: view) }
        return try filter.isOfAccountAlone ? everything(at: view) : filtered(at: view)
    }

    private func found(_ words: String, at view: View) throws -> ResultPage<Transfer.ID> {
        if let number = MemberNumber(search),
            let member = try view.tx.member(numbered: number, in: view.here.id)
        {
            return try moved(through: member.wallet.id, at: view)
        }
        let wallets = try view.wallets(named: words, most: Self.membersMost)
        if wallets.count == 1 { return try moved(through: wallets[0], at: view) }
        let found = try wallets.flatMap { try moved(through: $0, at: view).items }
        let newest = Set(found).sorted { $0 > $1 }.prefix(span.limit)
        return ResultPage(items: Array(newest), next: nil)
    }

    private func everything(at view: View) throws -> ResultPage<Transfer.ID> {
        let ids: [Transfer.ID] = try view.tx.all(
            "SELECT id FROM transfer WHERE network = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            view.here.id,
            span.after ?? .max,
            span.limit + 1
        ) { $0.id(0) }
        return ResultPage(ids, limit: span.limit) { $0.raw }
    }

    /// Those of the network's transfers that the filter leaves.
    private func filtered(at view: View) throws -> ResultPage<Transfer.ID> {
        let rule = FilterRule(filter, try view.here)
        var scan = Scan(limit: span.limit)
        try view.tx.each(
            """
            SELECT id, kind, at FROM transfer WHERE network = $1 AND id < $2
            ORDER BY id DESC LIMIT $3
            """,
            view.here.id,
            span.after ?? .max,
            Self.examinedMost
        ) { row in
            let isIn = rule.admits(try row.number(1), row.instant(2))
            return scan.take(row.id(0), isIn)
        }
        return scan.page(isWhole: scan.examined < Self.examinedMost)
    }

    /// Those of an account's transfers that the filter leaves.
    private func moved(
        through account: Account.ID,
        at view: View
    ) throws -> ResultPage<Transfer.ID> {
        let other = filter.account == account ? nil : filter.account
        if other == nil, filter.isOfAccountAlone {
            let lines = try StatementQuery(account: .id(account), span: span).answer(at: view)
            return lines.map(\.id)
        }
        let rule = FilterRule(filter, try view.here)
        var scan = Scan(limit: span.limit)
        var after = span.after
        while scan.examined < Self.examinedMost {
            let page = try StatementQuery(
                account: .id(account),
                span: Span(limit: 200, after: after)
            ).answer(at: view)
            for line in page.items {
                let isIn =
                    rule.admits(line.kind, line.at) && (other == nil || line.other == other)
                guard scan.take(line.id, isIn) else { return scan.page(isWhole: false) }
            }
            guard let next = page.next else { return scan.page(isWhole: true) }
            after = next
        }
        return scan.page(isWhole: false)
    }
}

/// The kind and the days of a filter, as they are compared with each transfer.
private struct FilterRule {
    let filter: TransferFilter
    let rules: TimeZoneRules?

    init(_ filter: TransferFilter, _ network: Network) {
        self.filter = filter
        rules = TimeZoneRules(identifier: network.zone)
    }

    func admits(_ kind: TransferKind, _ at: Instant) -> Bool {
        if let wanted = filter.kind, wanted != kind { return false }
        guard filter.from != nil || filter.to != nil else { return true }
        let day = rules?.day(of: at) ?? at.day
        return (filter.from.map { day >= $0 } ?? true) && (filter.to.map { day <= $0 } ?? true)
    }
}

/// Transfers that are looked through until there is a page of those that are wanted.
private struct Scan {
    let limit: Int
    private(set) var found: [Transfer.ID] = []
    private(set) var examined = 0
    private var last: Transfer.ID?

    init(limit: Int) { self.limit = limit }

    /// Notes a transfer; returns false once there is one more than the page takes.
    mutating func take(_ id: Transfer.ID, _ isIn: Bool) -> Bool {
        examined += 1
        last = id
        if isIn { found.append(id) }
        return found.count <= limit
    }

    /// The page; `isWhole` says that there is nothing behind the last one that was examined.
    func page(isWhole: Bool) -> ResultPage<Transfer.ID> {
        if found.count > limit {
            return ResultPage(items: Array(found.prefix(limit)), next: found[limit - 1].raw)
        }
        return ResultPage(items: found, next: isWhole ? nil : last?.raw)
    }
}

extension View {
    /// Returns the wallets of members with a name part that begins with the first word of the
    /// search.
    fileprivate func wallets(named search: String, most: Int) throws -> [Account.ID] {
        guard let word = Words.folded(search).first else { return [] }
        return try tx.all(
            """
            SELECT m.wallet FROM member m
            WHERE m.network = $1 AND m.id IN (
                SELECT w.member FROM word w
                WHERE w.network = $1 AND w.word >= $2 AND w.word < $3)
            ORDER BY m.id LIMIT $4
            """,
            here.id,
            word,
            word + "\u{10FFFF}",
            most
        ) { $0.id(0) }
    }
}
