internal import Store

extension Table {
    /// The networks of an installation.
    static let network = Table(
        "network",
        "a network",
        .installation("which networks there are is everybody's"),
        may: [.insert, .update],
        marks: .changing(4, "slug", "model", "zone", network: "t.id"),
        [
            Column("id", .id),
            Column("slug", .code),
            Column("name", .words(.network)),
            Column("model", .choice),
            Column("zone", .code),
            Column("language", .choice),
            Column("policy", .number),
            Column("issuance", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("notes", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("pot", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("loss", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("last_number", .number),
            Column("created_at", .instant),
            Column("is_public", .flag),
        ]
    )

    /// All versions of the networks' rules.
    static let policy = Table(
        "policy",
        "rules",
        .openNetwork("rules are read with the network, before it is known which one"),
        may: [.insert, .delete],
        marks: .lasting(
            9,
            "version",
            "credit",
            "mutual_limit",
            "ceiling",
            "newcomer_days",
            "newcomer_gifts",
            "rounding",
            "expiry_days",
            "since",
            of: "t.network",
            called: "rules of network"
        ),
        key: ["network", "version"],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("version", .number),
            Column("credit", .minutes),
            Column("mutual_limit", .minutes),
            .maybe("ceiling", .minutes),
            Column("newcomer_days", .number),
            Column("newcomer_gifts", .minutes),
            Column("rounding", .minutes),
            .maybe("expiry_days", .number),
            Column("since", .instant),
        ]
    )

    /// The coordinators and funders of networks.
    static let office = Table(
        "office",
        "an office",
        .network,
        may: [.insert, .delete],
        marks: .unmarked("the audit compares it with the acts in the journal that gave it"),
        key: ["network", "person", "role"],
        erasing: [.delete(.personHere, where: "person = $1 AND network = $2")],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("person", .reference(to: "person", .listed)),
            Column("role", .choice),
            Column("since", .instant),
        ]
    )

    /// The text of each network's help page that says whom to ask for help.
    static let contact = Table(
        "contact",
        "whom to ask for help",
        .network,
        may: [.insert, .update],
        marks: .unmarked("words that people read; no right and no minute rests on them"),
        [
            Column("network", .reference(to: "network", .listed)),
            Column("words", .words(.network)),
            Column("since", .instant),
        ]
    )
}
