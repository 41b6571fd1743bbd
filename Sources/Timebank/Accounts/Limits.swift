package import Ledger
internal import Store

extension Desk {
    /// Sets the limit of all wallets of the network: how low the available minutes may go, zero or
    /// less.
    ///
    /// A wallet that is below the new limit gets its available minutes as its floor, which then
    /// rises with them until the limit is reached.
    package func limitWallets(to lowest: Minutes) throws {
        // One by one in ascending order of id, as transfers do it, so that no deadlock can arise.
        let wallets = try tx.all(
            "SELECT id FROM account WHERE network = $1 AND kind = $2 ORDER BY id",
            here.id,
            AccountKind.wallet.rawValue
        ) { Account.ID(raw: $0.integer(0)) }
        for wallet in wallets {
            try tx.run(
                """
                UPDATE account SET lowest = $1,
                    floor = CASE WHEN balance - held < $1 THEN balance - held ELSE $1 END
                WHERE id = $2
                """,
                lowest,
                wallet
            )
        }
    }
}
