internal import Store

extension Migration {
    /// A covering index from a wallet to its member's name, which statements read for each line.
    static let wallets = Migration(
        5,
        "wallets",
        oldestProgram: 1,
        Script("CREATE INDEX member_wallet ON member (wallet, name);\n")
    )
}
