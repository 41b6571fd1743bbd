internal import Store

extension Table {
    /// The networks of an installation.
    static let network = Table(
        "network",
        "a network",
        .installation("which networks there are is everybody's"),
        may: [.insert, .update],
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
        ]
    )

    /// The rules of a network, each version of them.
    static let policy = Table(
        "policy",
        "rules",
        .openNetwork("rules are read with the network, before it is known which one"),
        may: [.insert, .delete],
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

    /// Who coordinates or funds a network.
    static let office = Table(
        "office",
        "an office",
        .network,
        may: [.insert, .delete],
        key: ["network", "person", "role"],
        erasing: [.delete(.personHere, where: "person = $1 AND network = $2")],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("person", .reference(to: "person", .listed)),
            Column("role", .choice),
            Column("since", .instant),
        ]
    )

    /// Whom to ask for help.
    static let contact = Table(
        "contact",
        "whom to ask for help",
        .network,
        may: [.insert, .update],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("words", .words(.network)),
            Column("since", .instant),
        ]
    )
}
