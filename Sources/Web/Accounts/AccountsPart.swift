internal import Timebank

extension WebPart {
    /// Accounts, statements and transfers.
    static let accounts = WebPart(
        "Accounts",
        heading: "Credits",
        calls: [AccountCalls(), TransferCalls()],
        journeys: [Transfers()],
        schemas: [
            .one(AccountState.self),
            .one(ShownTransfer.self),
            .one(StatementLine.self),
            .stretch(of: StatementLine.self),
        ]
    )
}
