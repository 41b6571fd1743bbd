package import Ledger
internal import Store

/// A transfer with the names of both sides.
package struct TransferState: Hashable, Sendable {
    package let transfer: Transfer
    package let memo: String
    /// The name of whose account it left.
    package let from: String
    /// The name of whose account it came to.
    package let to: String
    /// The transfer that took it back.
    package let reversedBy: Transfer.ID?
    /// Whether one side is whoever looks, their ward or a declared relative.
    package let isOwn: Bool
}

/// Asks about one transfer: whoever paid it may, and the coordinator.
package struct TransferQuery: Query {
    package let transfer: Transfer.ID

    package static let name = "transfer.state"
    package static let access: Access = .own || .guardian || .coordinator || .operator
    package var subject: Subject { .payment(transfer) }

    /// A question about one transfer.
    package init(transfer: Transfer.ID) { self.transfer = transfer }

    package func answer(at view: View) throws -> TransferState {
        guard let found = try view.tx.transfer(transfer, in: view.here.id) else {
            throw Refusal.notFound
        }
        return try view.state(of: found)
    }
}

/// Asks for the transfers of a network, newest first, or for those that a search finds: one by its
/// id, or those of members by number or name.
package struct TransfersQuery: Query {
    package let search: String
    package let span: Span

    package static let name = "transfer.list"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// How many members a search by name looks at.
    static let membersMost = 5

    /// A question for a stretch of the transfers.
    package init(search: String = "", span: Span = Span()) {
        self.search = search
        self.span = span
    }

    package func answer(at view: View) throws -> Stretch<TransferState> {
        let words = foldedLogin(search)
        if words.isEmpty { return try everything(at: view) }
        if let id = Transfer.ID(search), let found = try view.tx.transfer(id, in: view.here.id) {
            return Stretch(items: [try view.state(of: found)], next: nil)
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
        return Stretch(items: Array(newest), next: nil)
    }

    private func everything(at view: View) throws -> Stretch<TransferState> {
        let rows = try view.tx.all(
            """
            SELECT id, kind, from_account, from_kind, to_account, to_kind, minutes, at, journal,
                reverses, from_previous, from_after, to_previous, to_after
            FROM transfer WHERE network = $1 AND id < $2 ORDER BY id DESC LIMIT $3
            """,
            view.here.id,
            span.after ?? .max,
            span.limit + 1,
            as: Transfer.init
        )
        return try Stretch(rows, limit: span.limit) { $0.id.raw }.map { try view.state(of: $0) }
    }

    private func statement(of wallet: Account.ID, at view: View) throws -> Stretch<TransferState> {
        try StatementQuery(account: .id(wallet), span: span).answer(at: view)
            .map { try TransferQuery(transfer: $0.id).answer(at: view) }
    }
}

extension View {
    fileprivate func state(of transfer: Transfer) throws -> TransferState {
        let network = try here.id
        let from = try tx.account(transfer.from.id, in: network)
        let to = try tx.account(transfer.to.id, in: network)
        let wallets = [from, to].compactMap(\.self).filter { $0.kind == .wallet }
        let isOwn = try wallets.contains { wallet in
            guard let person = actor.person else { return false }
            return try tx.isOwn(Member.ID(raw: wallet.holder), to: person, in: network)
        }
        return TransferState(
            transfer: transfer,
            memo: try tx.memo(of: transfer.id),
            from: try from.map { try tx.holderName(of: $0) } ?? "",
            to: try to.map { try tx.holderName(of: $0) } ?? "",
            reversedBy: try tx.first(
                "SELECT reversed_by FROM reversal WHERE transfer = $1",
                transfer.id
            ) { $0.id(0) },
            isOwn: isOwn
        )
    }

    /// The wallets of members with a word that begins with the first of these.
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
