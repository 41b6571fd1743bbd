package import Ledger
internal import Store

/// Asks who acted for a member in some of what moved in their wallet: who gave for them, or was at
/// a till for them.
package struct StandInsQuery: Query {
    package let wallet: Account.ID
    package let transfers: [Transfer.ID]

    package static let name = "account.stand-ins"
    package static let access: Access = .own || .guardian || .coordinator
    package var subject: Subject { .account(.id(wallet)) }

    /// A question about lines of one wallet's statement.
    package init(wallet: Account.ID, transfers: [Transfer.ID]) {
        self.wallet = wallet
        self.transfers = transfers
    }

    /// Names, where somebody acted; a transfer in which nobody did is not there.
    package func answer(at view: View) throws -> [Transfer.ID: String] {
        var names: [Transfer.ID: String] = [:]
        for transfer in transfers {
            guard let acted = try view.tx.acted(in: transfer, of: wallet, at: view.here.id)
            else { continue }
            let guardian = try view.tx.presenter(among: acted.subjects, paying: transfer)
            names[transfer] = try (guardian ?? acted.actor).flatMap { try view.name(of: $0) }
        }
        return names
    }
}

extension Transaction {
    /// Who did what moved a wallet's minutes on behalf of whose it is, with what that touched.
    fileprivate func acted(
        in transfer: Transfer.ID,
        of wallet: Account.ID,
        at network: Network.ID
    ) throws -> (actor: Person.ID?, subjects: [Int64])? {
        try first(
            """
            SELECT j.actor, j.subjects
            FROM transfer t JOIN journal j ON j.id = t.journal
                JOIN account a ON a.id = $2 AND a.holder = j.behalf
            WHERE t.id = $1 AND t.network = $3 AND (t.from_account = $2 OR t.to_account = $2)
            """,
            transfer,
            wallet,
            network
        ) { row in
            let ids = row.text(1).split(separator: " ").compactMap { Crockford.decode(String($0)) }
            return (row.idIfAny(0), ids)
        }
    }

    /// The guardian who was at the till, where one of these ids is a redemption's.
    fileprivate func presenter(
        among ids: [Int64],
        paying transfer: Transfer.ID
    ) throws -> Person.ID? {
        for id in ids.prefix(8) {
            let found = try first(
                "SELECT guardian FROM redemption WHERE id = $1 AND transfer = $2",
                id,
                transfer
            ) { row -> Person.ID? in row.idIfAny(0) }
            if let found { return found }
        }
        return nil
    }
}
