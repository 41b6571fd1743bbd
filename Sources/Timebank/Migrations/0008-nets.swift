package import Store

extension Migration {
    /// Holds a transaction on PostgreSQL to the network that it says it is about.
    ///
    /// So a statement that forgets to say which one it means does no harm. Who says none is told
    /// so, and not shown nothing.
    ///
    /// `'0'`, which is no network's id, is how the owner of the tables says that it means all of
    /// them. Where another role serves it has a policy of its own, which is made with its rights.
    ///
    /// An older program says nothing at all, and is refused.
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
    /// A step that makes tables, and holds those that are networks' to the network that a
    /// transaction is about, as each table says of itself.
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
