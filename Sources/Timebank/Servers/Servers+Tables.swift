internal import Store

extension Table {
    /// The leases of node numbers (``NodeLease``).
    static let node = Table(
        "node",
        "a server's number",
        .installation(servers),
        may: [.insert, .update],
        marks: .unmarked(moment),
        copying: .left(moment),
        [
            Column("number", .number),
            Column("holder", .number),
            Column("until", .instant),
        ]
    )

    /// The holders of tasks that only one server does at a time (``ExclusiveTask``).
    static let duty = Table(
        "duty",
        "a duty",
        .installation(servers),
        may: [.insert, .update, .delete],
        marks: .unmarked(moment),
        copying: .left(moment),
        [
            Column("name", .code),
            Column("holder", .number),
            Column("beat", .number),
        ]
    )

    /// The recent usage of each sender at each server (``UsageBoard``).
    static let usage = Table(
        "usage",
        "a sender's usage",
        .installation(servers),
        may: [.insert, .update, .delete],
        marks: .unmarked(moment),
        key: ["sender", "server"],
        copying: .left(moment),
        forgetting: .rows(where: "at <= $1", after: .seconds(3_600)),
        [
            Column("sender", .bytes),
            Column("server", .number),
            Column("taken", .number),
            Column("missing", .number),
            Column("at", .instant),
        ]
    )

    private static let servers = "servers are the installation's"
    private static let moment = "what servers tell each other for a moment"
}
