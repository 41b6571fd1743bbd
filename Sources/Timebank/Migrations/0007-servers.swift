internal import Store

extension Migration {
    /// What several servers on one store agree on: whose ids carry which number, and whose turn
    /// the work is that only one of them has to do.
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
