package import Store

extension Migration {
    /// Restricts each transaction on PostgreSQL to one network, by row-level security.
    ///
    /// A statement that forgets to name its network then cannot reach other networks' rows. A
    /// transaction that has not set a network gets an error and not an empty result.
    ///
    /// The owner of the tables sets `'0'`, which is no network's id, to reach all rows. A separate
    /// serving role gets a policy of its own when its rights are granted.
    ///
    /// An older program does not set a network, and is therefore refused.
    static let nets = Migration(
        8,
        "nets",
        oldestProgram: 8,
        Script("", postgres: netted.map(net).joined())
    )

    private static let netted = [
        "account", "contact", "erasure", "guardian", "hold", "hours", "journal", "member", "memo",
        "mirror", "offer", "office", "opportunity", "organisation", "origin", "redemption",
        "reference", "relative", "request", "reversal", "rollup", "seal", "staff", "transfer",
        "word",
    ]

    fileprivate static func net(_ table: String) -> String {
        """
        ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY;
        ALTER TABLE \(table) FORCE ROW LEVEL SECURITY;
        CREATE POLICY one_network ON \(table)
            USING (network = current_setting('commonhour.network')::bigint);
        CREATE POLICY every_network ON \(table) TO CURRENT_USER
            USING (current_setting('commonhour.network') = '0');

        """
    }
}

extension Migration {
    /// Creates a migration that makes tables, and restricts those that belong to a network.
    ///
    /// Each table in `tables` says itself whether its rows belong to a network.
    package init(
        _ number: Int64,
        _ name: String,
        oldestProgram: Int64,
        making tables: [Table],
        _ script: Script
    ) {
        let held = tables.filter { $0.owner == .network }
        self.init(
            number,
            name,
            oldestProgram: oldestProgram,
            Script(
                script.common,
                sqlite: script.sqlite,
                postgres: script.postgres + held.map { Self.net("\($0.name)") }.joined()
            )
        )
    }
}
