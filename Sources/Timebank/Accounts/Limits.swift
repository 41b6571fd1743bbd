package import Ledger
internal import Store

extension Desk {
    /// Sets how low the wallets of the network may go.
    ///
    /// One that is lower already keeps what it has as its floor, which climbs with it until the
    /// limit is reached.
    package func limitWallets(to lowest: Minutes) throws {
        // One by one in the order of their ids, as transfers do, so that none waits crosswise.
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
