internal import Store

extension Table {
    /// Which running server draws ids with which number.
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

    /// Whose turn the work is that only one server has to do.
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

    /// How much somebody asked of each server a moment ago.
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
