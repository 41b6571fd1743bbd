internal import Store

extension Migration {
    /// What servers on one store tell each other of those who ask much, for a moment only.
    ///
    /// On PostgreSQL nobody waits for a disk or a standby because of it, and whoever takes over
    /// after a failure begins with none of it.
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
