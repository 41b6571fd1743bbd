internal import Store

extension Table {
    /// The organisations of the networks.
    static let organisation = Table(
        "organisation",
        "an organisation",
        .network,
        may: [.insert, .update],
        marks: .changing(3, "slug", "earns", "spends", "is_open"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("slug", .code),
            Column("name", .words(.organisation)),
            Column("earns", .flag),
            Column("spends", .choice),
            Column("is_open", .flag),
            Column("allocation", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("takings", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("created_at", .instant),
        ]
    )

    /// The roles of people at organisations.
    static let staff = Table(
        "staff",
        "a role at an organisation",
        .network,
        may: [.insert, .update, .delete],
        marks: .unmarked("the audit compares it with the acts in the journal that gave it"),
        key: ["organisation", "person"],
        erasing: [.delete(.personHere, where: "person = $1 AND network = $2")],
        [
            Column("organisation", .reference(to: "organisation", .listed)),
            Column("person", .reference(to: "person", .listed)),
            Column("network", .reference(to: "network", .listed)),
            Column("role", .choice),
            Column("since", .instant),
        ]
    )
}
