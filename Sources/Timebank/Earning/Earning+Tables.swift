internal import Store

extension Table {
    /// The table of opportunities.
    static let opportunity = Table(
        "opportunity",
        "an opportunity",
        .network,
        may: [.insert, .update],
        marks: .changing(6, "organisation", "minutes", "is_open"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("organisation", .reference(to: "organisation", .listed)),
            Column("title", .words(.organisation)),
            Column("details", .words(.organisation)),
            Column("place", .words(.organisation)),
            Column("minutes", .minutes),
            Column("is_open", .flag),
            Column("created_at", .instant),
        ]
    )

    /// The table of hours that members gave: claimed, confirmed or refused.
    static let hours = Table(
        "hours",
        "hours",
        .network,
        may: [.insert, .update],
        marks: .lasting(
            12,
            "member",
            "opportunity",
            "organisation",
            "minutes",
            "day",
            // Confirmed hours have a transfer, with which the audit compares them.
            where: "t.status <> 'confirmed'",
            called: "unpaid hours"
        ),
        erasing: [.empty("note", "reason", of: .member, where: "member = $1")],
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .elsewhere("Audit.checkWork"))),
            Column("opportunity", .reference(to: "opportunity", .elsewhere("Audit.checkWork"))),
            Column("organisation", .reference(to: "organisation", .elsewhere("Audit.checkWork"))),
            Column("member", .reference(to: "member", .elsewhere("Audit.checkWork"))),
            Column("minutes", .minutes),
            Column("day", .day),
            Column("note", .words(.member)),
            Column("status", .choice),
            Column("entered_by", .reference(to: "person", .elsewhere("Audit.checkWork"))),
            .maybe("decided_by", .reference(to: "person", .elsewhere("Audit.checkWork"))),
            .maybe("reason", .words(.member)),
            .maybe("transfer", .reference(to: "transfer", .elsewhere("Audit.checkWork"))),
        ]
    )
}
