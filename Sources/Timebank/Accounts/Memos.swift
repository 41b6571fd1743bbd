internal import Ledger
internal import Store

extension Transaction {
    /// Inserts the memo of a transfer that has none; false where it already has one.
    func keep(words: String, on transfer: Transfer.ID, in network: Network.ID) throws -> Bool {
        try change(
            """
            INSERT INTO memo (transfer, network, words) VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
            """,
            transfer,
            network,
            words
        ) == 1
    }
}

extension SQLText {
    /// Reads the ids of all transfers of the counted account `$1`, newest first along its chain.
    static let transfersOfAccount: SQLText = """
        WITH RECURSIVE walk AS (
            SELECT t.id,
                CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                    AS previous
            FROM account a JOIN transfer t ON t.id = a.last WHERE a.id = $1
            UNION ALL
            SELECT t.id,
                CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
            FROM walk JOIN transfer t ON t.id = walk.previous
        )
        SELECT id FROM walk
        """
}
