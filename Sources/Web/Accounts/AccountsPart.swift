internal import Timebank

extension WebPart {
    /// Accounts, statements and transfers.
    static let accounts = WebPart(
        "Accounts",
        calls: [AccountCalls(), TransferCalls()],
        journeys: [Transfers()],
        schemas: [
            NamedSchema("Account", .object(AccountState.members)),
            NamedSchema("Transfer", .object(ShownTransfer.members)),
            NamedSchema("StatementLine", .object(StatementLine.members)),
            .list("StatementList", of: "StatementLine"),
        ]
    )
}
