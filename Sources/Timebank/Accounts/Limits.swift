package import Ledger
internal import Store

extension Desk {
    /// Sets how low the wallets of the network may go.
    ///
    /// One that is lower already keeps what it has as its floor, which climbs with it until the
    /// limit is reached.
    package func limitWallets(to lowest: Minutes) throws {
        try tx.run(
            """
            UPDATE account SET lowest = $1,
                floor = CASE WHEN balance - held < $1 THEN balance - held ELSE $1 END
            WHERE network = $2 AND kind = $3
            """,
            lowest,
            here.id,
            AccountKind.wallet.rawValue
        )
    }
}
