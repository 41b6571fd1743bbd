internal import Store

extension Table {
    /// Who did what, when and for whom.
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

    /// Keys of requests, so that none is done twice.
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
            // 0 where nobody signed in.
            Column("person", .reference(to: "person", .listedOrZero)),
            Column("network", .reference(to: "network", .listed)),
            Column("fingerprint", .bytes),
            Column("made", .code),
            Column("at", .instant),
        ]
    )

    /// Seals over a network's transfers.
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

    /// Seals over the journal; those whose network is 0 seal what belongs to no network.
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

    /// The keys that sign seals.
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
