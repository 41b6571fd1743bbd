internal import Timebank

extension WebPart {
    /// The pages and API endpoints for accounts, statements and transfers.
    static let accounts = WebPart(
        "Accounts",
        heading: "Credits",
        calls: [AccountCalls(), TransferCalls()],
        journeys: [Transfers()],
        templates: [.transfers],
        schemas: [
            .one(AccountState.self),
            .one(ShownTransfer.self),
            .one(StatementLine.self),
            .stretch(of: StatementLine.self),
        ]
    )
}
