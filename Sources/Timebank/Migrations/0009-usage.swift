internal import Store

extension Migration {
    /// The rate-limit counters that the servers on one store share, which are only kept for a short
    /// time.
    ///
    /// On PostgreSQL the table is unlogged: writes wait for no disk or standby, and after a
    /// failover the table is empty.
    static let usage = Migration(
        9,
        "usage",
        oldestProgram: 1,
        Script(
            "",
            sqlite: "CREATE TABLE \(columns)",
            postgres: "CREATE UNLOGGED TABLE \(columns)"
        )
    )

    private static let columns = """
        usage (
            sender {bytes} NOT NULL,
            server {id} NOT NULL,
            taken {int} NOT NULL CHECK (taken >= 0),
            missing {int} NOT NULL CHECK (missing >= 0),
            at {int} NOT NULL,
            PRIMARY KEY (sender, server)
        ){keyed};
        """
}
