internal import Ledger
internal import Store

extension Transaction {
    /// Opens an empty account: a row in `account` for a counted one, else a row in `rollup`.
    func openAccount(
        _ account: Account,
        holder: Int64,
        lowest: Minutes = .zero,
        in network: Network.ID
    ) throws {
        guard account.kind.isCounted else {
            return try run(
                """
                INSERT INTO rollup (account, network, kind, holder, balance, upto)
                VALUES ($1, $2, $3, $4, 0, 0)
                """,
                account.id,
                network,
                account.kind.rawValue,
                holder
            )
        }
        try run(
            """
            INSERT INTO account (id, network, kind, holder, balance, held, lowest, floor)
            VALUES ($1, $2, $3, $4, 0, 0, $5, $5)
            """,
            account.id,
            network,
            account.kind.rawValue,
            holder,
            lowest
        )
    }
}
