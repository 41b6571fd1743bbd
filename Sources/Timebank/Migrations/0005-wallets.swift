internal import Store

extension Migration {
    /// Whose a wallet is, by name: what a line of a statement asks, answered by one look.
    static let wallets = Migration(
        5,
        "wallets",
        oldestProgram: 1,
        Script("CREATE INDEX member_wallet ON member (wallet, name);\n")
    )
}
