internal import Store
@testable internal import Timebank

extension Table {
    /// The table of tools: the owner, the current borrower and the message of the loan.
    static let tool = Table(
        "tool",
        "a tool",
        .network,
        may: [.insert, .update],
        marks: .changing(15, "owner"),
        erasing: [
            .delete(.member, where: "owner = $1"),
            .empty("borrower", "message", of: .member, where: "borrower = $1"),
        ],
        forgetting: .rows(where: "lost_at <= $1", after: .seconds(60)),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("owner", .reference(to: "member", .listed)),
            Column("name", .words(.member)),
            .maybe("borrower", .reference(to: "member", .listed)),
            .maybe("message", .words(.member)),
            .maybe("before", .reference(to: "tool", .listed)),
            .maybe("lost_at", .instant),
        ]
    )
}
