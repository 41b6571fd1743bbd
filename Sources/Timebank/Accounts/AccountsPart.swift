extension Part {
    /// The ledger in the database: accounts, transfers, holds and reversals.
    static let accounts = Part(
        "Accounts",
        operations: [Reverse.self, RollUp.self, ReleaseHolds.self],
        queries: [
            AccountQuery.self, StatementQuery.self, ActedOnBehalfQuery.self, TransferQuery.self,
            TransfersQuery.self,
        ],
        tables: [
            .account, .rollup, .transfer, .reversal, .memo, .reference, .origin, .mirror, .hold,
        ],
        files: [.transfers, .reversals, .holds],
        texts: [AccountsText.self, HistoryText.self],
        refusals: [AccountsRefusal.self]
    )
}
