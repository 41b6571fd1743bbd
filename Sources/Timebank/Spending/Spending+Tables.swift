internal import Store

extension Table {
    /// The offers of organisations.
    static let offer = Table(
        "offer",
        "an offer",
        .network,
        may: [.insert, .update],
        marks: .changing(5, "organisation", "adult", "child", "is_open"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("organisation", .reference(to: "organisation", .listed)),
            Column("title", .words(.organisation)),
            Column("details", .words(.organisation)),
            Column("adult", .minutes),
            .maybe("child", .minutes),
            Column("is_open", .flag),
            Column("created_at", .instant),
        ]
    )

    /// The redemptions that tills have accepted.
    static let redemption = Table(
        "redemption",
        "a redemption",
        .network,
        may: [.insert, .update],
        marks: .unmarked("the audit compares it with its transfer and the journal"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .elsewhere("Audit.checkWork"))),
            Column("offer", .reference(to: "offer", .elsewhere("Audit.checkWork"))),
            Column("organisation", .reference(to: "organisation", .elsewhere("Audit.checkWork"))),
            Column("member", .reference(to: "member", .elsewhere("Audit.checkWork"))),
            Column("adults", .number),
            Column("children", .number),
            Column("minutes", .minutes),
            Column("till", .reference(to: "person", .elsewhere("Audit.checkWork"))),
            Column("transfer", .reference(to: "transfer", .elsewhere("Audit.checkWork"))),
            .maybe("undone_by", .reference(to: "transfer", .elsewhere("Audit.checkWork"))),
            Column("at", .instant),
            .maybe("guardian", .reference(to: "person", .elsewhere("Audit.checkWork"))),
        ]
    )
}
