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
    /// The member whose wallet paid; nil for another account.
    package let fromMember: Member.ID?
    /// The member whose wallet received it; nil for another account.
    package let toMember: Member.ID?
    /// The name of who did it; nil where a command or a background job did, or for an erased one.
    package let by: String?
    /// Whether somebody did it who was signed in.
    package let isByPerson: Bool
    /// The name of the member on whose behalf it was done; nil where it was done for oneself.
    package let behalf: String?
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

extension View {
    /// Returns the transfers with these ids, newest first, with the names of both sides.
    ///
    /// It takes two statements, whatever the number of ids.
    func states(of ids: [Transfer.ID]) throws -> [TransferState] {
        let (network, own) = (try here, try tx.own(of: actor.person, in: here.id))
        return try tx.all(
            """
            \(IDList.asked)
            SELECT t.id, t.kind, t.from_account, t.from_kind, t.to_account, t.to_kind, t.minutes,
                t.at, t.journal, t.reverses, t.from_previous, t.from_after, t.to_previous,
                t.to_after, w.words, v.reversed_by, fm.id, tm.id,
                COALESCE(fm.name, fo.name), COALESCE(tm.name, po.name),
                j.actor, COALESCE(am.name, ap.name), bm.name
            FROM asked JOIN transfer t ON t.id = asked.id
                LEFT JOIN journal j ON j.id = t.journal
                LEFT JOIN person ap ON ap.id = j.actor
                LEFT JOIN member am ON am.person = j.actor AND am.network = t.network
                LEFT JOIN member bm ON bm.id = j.behalf
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
}

extension TransferState {
    /// Creates the state from a row.
    ///
    /// The columns are: the fourteen of a transfer, memo, reversing transfer, the members on both
    /// sides, the names of both sides, who did it, their name, for whom. An account of no member
    /// and no organisation has the network's name.
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
            isOwn: members.contains { $0.map(own.contains) ?? false },
            fromMember: members[0],
            toMember: members[1],
            by: row.textIfAny(21).flatMap { $0.isEmpty ? nil : $0 },
            isByPerson: !row.isNull(20),
            behalf: row.textIfAny(22).flatMap { $0.isEmpty ? nil : $0 }
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
