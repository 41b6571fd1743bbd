package import Ledger
internal import Store

/// Asks who acted on behalf of a member in transfers of their wallet.
///
/// That is who made the transfer for them, who was at the till in their place, or who entered hours
/// for them without being staff of the organisation.
package struct ActedOnBehalfQuery: Query {
    package let wallet: Account.ID
    package let transfers: [Transfer.ID]

    package static let name = "account.stand-ins"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .owned(AccountName.id(wallet)) }

    /// Creates a query about these lines of a wallet's statement.
    package init(wallet: Account.ID, transfers: [Transfer.ID]) {
        self.wallet = wallet
        self.transfers = transfers
    }

    /// Returns the name for each transfer that somebody made on the member's behalf, and no others.
    package func answer(at view: View) throws -> [Transfer.ID: String] {
        guard !transfers.isEmpty else { return [:] }
        let acts = try view.tx.acts(in: transfers, of: wallet, at: view.here.id)
        var names: [Transfer.ID: String] = [:]
        for act in acts { names[act.transfer] = act.actor }
        let touched = Set(acts.flatMap(\.subjects))
        let known = Set(acts.map(\.transfer))
        for (transfer, name) in try view.tx.standIns(among: touched, at: view.here.id)
        where known.contains(transfer) {
            names[transfer] = name
        }
        return names.filter { !$0.value.isEmpty }
    }
}

/// A transfer that was made on behalf of the wallet's holder, or that pays hours.
private struct Act {
    let transfer: Transfer.ID
    /// The name of who made it on the holder's behalf; nil where it pays hours.
    let actor: String?
    /// The ids in the transfer's journal row.
    let subjects: [Int64]

    init(_ row: Row) {
        transfer = row.id(0)
        actor = row.textIfAny(1)
        subjects = row.text(2).split(separator: " ").compactMap { Crockford.decode(String($0)) }
    }
}

extension Transaction {
    /// Reads those of the transfers that were made on behalf of the wallet's holder or pay hours.
    ///
    /// A person who confirmed hours does not act for the member, so transfers that pay hours get no
    /// name here; their ids serve to find who entered the hours.
    fileprivate func acts(
        in transfers: [Transfer.ID],
        of wallet: Account.ID,
        at network: Network.ID
    ) throws -> [Act] {
        try all(
            """
            \(IDList.asked)
            SELECT t.id, CASE WHEN t.kind = $4 THEN NULL ELSE COALESCE(m.name, p.name) END,
                j.subjects
            FROM asked JOIN transfer t ON t.id = asked.id JOIN journal j ON j.id = t.journal
                JOIN account a ON a.id = $2
                LEFT JOIN person p ON p.id = j.actor
                LEFT JOIN member m ON m.person = j.actor AND m.network = t.network
            WHERE t.network = $3 AND (t.from_account = $2 OR t.to_account = $2)
                AND (j.behalf = a.holder OR t.kind = $4)
            """,
            IDList(transfers),
            wallet,
            network,
            TransferKind.earn.rawValue,
            as: Act.init
        )
    }

    /// Returns who acted for a member in these redemptions and hours: the transfer and their name.
    ///
    /// In redemptions that is the guardian at the till; in hours it is the person who entered them,
    /// if they are neither the member nor, now, staff of the organisation. Other ids are ignored.
    fileprivate func standIns(
        among ids: Set<Int64>,
        at network: Network.ID
    ) throws -> [(Transfer.ID, String)] {
        guard !ids.isEmpty else { return [] }
        return try all(
            """
            \(IDList.asked)
            SELECT r.transfer, COALESCE(m.name, p.name)
            FROM asked JOIN redemption r ON r.id = asked.id JOIN person p ON p.id = r.guardian
                LEFT JOIN member m ON m.person = p.id AND m.network = r.network
            WHERE r.network = $2
            UNION ALL
            SELECT h.transfer, COALESCE(m.name, p.name)
            FROM asked JOIN hours h ON h.id = asked.id JOIN member g ON g.id = h.member
                JOIN person p ON p.id = h.entered_by AND (g.person IS NULL OR g.person <> p.id)
                LEFT JOIN member m ON m.person = p.id AND m.network = h.network
            WHERE h.network = $2 AND h.transfer IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM staff s
                WHERE s.organisation = h.organisation AND s.person = h.entered_by)
            """,
            IDList(ids.sorted()),
            network
        ) { ($0.id(0), $0.text(1)) }
    }
}
