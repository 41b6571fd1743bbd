internal import Store

extension Migration {
    /// The tables that coordinate several servers on one store.
    ///
    /// `node` holds the leases of node numbers in ids, `duty` the holders of tasks that only one
    /// server does at a time.
    static let servers = Migration(
        7,
        "servers",
        oldestProgram: 1,
        Script(
            """
            CREATE TABLE node (
                number {id} PRIMARY KEY CHECK (number BETWEEN 0 AND 1023),
                holder {id} NOT NULL,
                until {int} NOT NULL
            ){table};
            CREATE TABLE duty (
                name {text} NOT NULL PRIMARY KEY,
                holder {id} NOT NULL,
                beat {int} NOT NULL
            ){keyed};

            """
        )
    )
}
