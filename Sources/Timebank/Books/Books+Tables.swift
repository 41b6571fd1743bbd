internal import Store

extension Table {
    /// The journal: who did what, when and for whom.
    static let journal = Table(
        "journal",
        "a row of the journal",
        .network,
        may: [.insert],
        marks: .unmarked("the marks stand in it, and seals cover it"),
        [
            Column("id", .id),
            .maybe("network", .reference(to: "network", .elsewhere(walk))),
            .maybe("actor", .reference(to: "person", .elsewhere(walk))),
            .maybe("behalf", .reference(to: "member", .elsewhere(walk))),
            Column("operation", .code),
            Column("subjects", .code),
            Column("at", .instant),
        ]
    )

    /// The idempotency keys of requests, with what each request made.
    static let request = Table(
        "request",
        "a remembered request",
        .network,
        may: [.insert, .delete],
        marks: .unmarked("it is remembered for 30 days, so that it is not done twice"),
        key: ["key", "person", "network"],
        erasing: [.delete(.personHere, where: "person = $1 AND network = $2")],
        [
            Column("key", .code),
            // 0 for a request without sign-in.
            Column("person", .reference(to: "person", .listedOrZero)),
            Column("network", .reference(to: "network", .listed)),
            Column("fingerprint", .bytes),
            Column("made", .code),
            Column("at", .instant),
        ]
    )

    /// The seals over the transfers of each network.
    static let seal = Table(
        "seal",
        "a seal",
        .network,
        may: [.insert],
        marks: .unmarked("it is signed"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("previous", .bytes),
            Column("first", .number),
            Column("last", .number),
            Column("transfers", .number),
            Column("digest", .bytes),
            Column("signature", .bytes),
            Column("public_key", .bytes),
            Column("at", .instant),
        ]
    )

    /// The seals over the journal; network 0 is for rows that belong to no network.
    static let journalSeal = Table(
        "journal_seal",
        "a journal seal",
        .network,
        may: [.insert],
        marks: .unmarked("it is signed"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            Column("previous", .bytes),
            Column("books", .bytes),
            Column("first", .number),
            Column("last", .number),
            Column("entries", .number),
            Column("digest", .bytes),
            Column("signature", .bytes),
            Column("public_key", .bytes),
            Column("at", .instant),
        ]
    )

    /// The public keys that sign seals, and since when.
    static let signer = Table(
        "signer",
        "a key that signs",
        .installation("one key signs for all networks"),
        may: [.insert],
        marks: .unmarked("the audit checks with it what is signed"),
        [
            Column("public_key", .bytes),
            Column("since", .instant),
        ]
    )

    private static let walk = "Audit.see"
}
