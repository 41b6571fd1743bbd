package import Ledger
internal import Store

/// A transfer with the names of both sides.
package struct TransferState: Hashable, Sendable {
    package let transfer: Transfer
    package let memo: String
    /// The name of the payer.
    package let from: String
    /// The name of the payee.
    package let to: String
    /// The transfer that reversed it; nil where none did.
    package let reversedBy: Transfer.ID?
    /// Whether one side is the actor, their ward or a declared relative.
    package let isOwn: Bool
}

/// Asks about one transfer; its payer, their guardian, a coordinator and the operator may.
package struct TransferQuery: Query {
    package let transfer: Transfer.ID

    package static let name = "transfer.state"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .owned(Payment(transfer: transfer)) }

    /// Creates a query about a transfer.
    package init(transfer: Transfer.ID) { self.transfer = transfer }

    package func answer(at view: View) throws -> TransferState {
        guard let found = try view.states(of: [transfer]).first else {
            throw AccessRefusal.notFound
        }
        return found
    }
}

/// Asks for a page of a network's transfers, newest first, all or those that a search finds.
///
/// The search is the id of a transfer, a membership number, or the beginning of a member's name.
/// Where several members match a name, there is only one page.
package struct TransfersQuery: Query {
    package let search: String
    package let span: Span

    package static let name = "transfer.list"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// The maximum number of members that a search by name considers.
    static let membersMost = 5

    /// Creates a query for a page of transfers; an empty `search` finds all.
    package init(search: String = "", span: Span = Span()) {
        self.search = search
        self.span = span
    }

    package func answer(at view: View) throws -> ResultPage<TransferState> {
        let words = foldedLogin(search)
        if words.isEmpty { return try everything(at: view) }
        if let id = Transfer.ID(search) {
            let found = try view.states(of: [id])
            if !found.isEmpty { return ResultPage(items: found, next: nil) }
        }
        if let number = MemberNumber(search),
            let member = try view.tx.member(numbered: number, in: view.here.id)
        {
            return try statement(of: member.wallet.id, at: view)
        }
        let wallets = try view.wallets(named: words, most: Self.membersMost)
        if wallets.count == 1 { return try statement(of: wallets[0], at: view) }
        let found = try wallets.flatMap { try statement(of: $0, at: view).items }
        let newest = found.sorted { $0.transfer.id > $1.transfer.id }.prefix(span.limit)
        return ResultPage(items: Array(newest), next: nil)
    }

    private func everything(at view: View) throws -> ResultPage<TransferState> {
        let ids: [Transfer.ID] = try view.tx.all(
            "SELECT id FROM transfer WHERE network = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            view.here.id,
            span.after ?? .max,
            span.limit + 1
        ) { $0.id(0) }
        return try states(of: ResultPage(ids, limit: span.limit) { $0.raw }, at: view)
    }

    private func statement(of wallet: Account.ID, at view: View) throws -> ResultPage<TransferState>
    {
        let lines = try StatementQuery(account: .id(wallet), span: span).answer(at: view)
        return try states(of: lines.map(\.id), at: view)
    }

    private func states(
        of ids: ResultPage<Transfer.ID>,
        at view: View
    ) throws -> ResultPage<TransferState> {
        ResultPage(items: try view.states(of: ids.items), next: ids.next)
    }
}

extension View {
    /// Returns the transfers with these ids, newest first, with the names of both sides.
    ///
    /// It takes two statements, whatever the number of ids.
    fileprivate func states(of ids: [Transfer.ID]) throws -> [TransferState] {
        let (network, own) = (try here, try tx.own(of: actor.person, in: here.id))
        return try tx.all(
            """
            \(IDList.asked)
            SELECT t.id, t.kind, t.from_account, t.from_kind, t.to_account, t.to_kind, t.minutes,
                t.at, t.journal, t.reverses, t.from_previous, t.from_after, t.to_previous,
                t.to_after, w.words, v.reversed_by, fm.id, tm.id,
                COALESCE(fm.name, fo.name), COALESCE(tm.name, po.name)
            FROM asked JOIN transfer t ON t.id = asked.id
                LEFT JOIN memo w ON w.transfer = t.id
                LEFT JOIN reversal v ON v.transfer = t.id
                LEFT JOIN member fm ON fm.wallet = t.from_account
                LEFT JOIN member tm ON tm.wallet = t.to_account
                LEFT JOIN account fa ON fa.id = t.from_account
                LEFT JOIN account ta ON ta.id = t.to_account
                LEFT JOIN rollup fr ON fr.account = t.from_account
                LEFT JOIN rollup tr ON tr.account = t.to_account
                LEFT JOIN organisation fo ON fo.id = COALESCE(fa.holder, fr.holder)
                LEFT JOIN organisation po ON po.id = COALESCE(ta.holder, tr.holder)
            WHERE t.network = $2 ORDER BY t.id DESC
            """,
            IDList(ids),
            network.id
        ) { try TransferState($0, own: own, in: network) }
    }

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

extension TransferState {
    /// Creates the state from a row.
    ///
    /// The columns are: the fourteen of a transfer, memo, reversing transfer, the members on both
    /// sides, the names of both sides. An account of no member and no organisation has the
    /// network's name.
    fileprivate init(_ row: Row, own: Set<Member.ID>, in network: Network) throws {
        let transfer = try Transfer(row)
        let members: [Member.ID?] = [row.idIfAny(16), row.idIfAny(17)]
        func name(of account: Account, _ column: Int) -> String {
            row.textIfAny(column) ?? (account.kind == .wallet ? "" : network.name)
        }
        self.init(
            transfer: transfer,
            memo: row.textIfAny(14) ?? "",
            from: name(of: transfer.from, 18),
            to: name(of: transfer.to, 19),
            reversedBy: row.idIfAny(15),
            isOwn: members.contains { $0.map(own.contains) ?? false }
        )
    }
}

/// A transfer as a subject that belongs to its payer.
private struct Payment: Owned {
    let transfer: Transfer.ID

    func subjectOwner(at view: View) throws -> SubjectOwner? {
        guard let paid = try view.tx.transfer(transfer, in: view.here.id) else { return nil }
        guard paid.from.kind == .wallet else { return .hidden }
        return try AccountName.id(paid.from.id).subjectOwner(at: view)
    }
}
