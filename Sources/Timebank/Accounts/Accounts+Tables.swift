internal import Store

extension Table {
    /// Counted accounts: each row has the balance, the held minutes, the limits and the last
    /// transfer.
    static let account = Table(
        "account",
        "an account",
        .network,
        may: [.insert, .update],
        marks: .unmarked("the audit adds it up from the transfers"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .elsewhere("Audit.readAccounts"))),
            Column("kind", .number),
            Column("holder", .number),
            Column("balance", .minutes),
            Column("held", .minutes),
            Column("lowest", .minutes),
            Column("floor", .minutes),
            .maybe("last", .reference(to: "transfer", .elsewhere("Audit.compareAccounts"))),
            .maybe("prior", .reference(to: "transfer", .elsewhere("Audit.compareAccounts"))),
        ]
    )

    /// Roll-ups of uncounted accounts: the balance after all transfers up to the id in `upto`.
    static let rollup = Table(
        "rollup",
        "a roll-up",
        .network,
        may: [.insert, .update],
        marks: .unmarked("the audit adds it up from the transfers"),
        [
            Column("account", .id),
            Column("network", .reference(to: "network", .elsewhere("Audit.readAccounts"))),
            Column("kind", .number),
            Column("holder", .number),
            Column("balance", .minutes),
            Column("upto", .number),
        ]
    )

    /// Transfers of minutes from one account to another; rows are never changed.
    static let transfer = Table(
        "transfer",
        "a transfer",
        .network,
        may: [.insert],
        marks: .unmarked("seals cover it, and each names those before it"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .elsewhere(walk))),
            Column("kind", .number),
            Column("from_account", .reference(to: "account", .elsewhere(walk))),
            Column("from_kind", .number),
            Column("to_account", .reference(to: "account", .elsewhere(walk))),
            Column("to_kind", .number),
            Column("minutes", .minutes),
            Column("at", .instant),
            Column("journal", .reference(to: "journal", .elsewhere(walk))),
            .maybe("reverses", .reference(to: "transfer", .elsewhere(walk))),
            .maybe("from_previous", .reference(to: "transfer", .elsewhere(walk))),
            .maybe("from_after", .minutes),
            .maybe("to_previous", .reference(to: "transfer", .elsewhere(walk))),
            .maybe("to_after", .minutes),
        ]
    )

    /// Reversals: which transfer reversed which other transfer.
    static let reversal = Table(
        "reversal",
        "a reversal",
        .network,
        may: [.insert],
        marks: .unmarked("the audit compares it with the transfers"),
        [
            Column("transfer", .reference(to: "transfer", .elsewhere(pointers))),
            Column("reversed_by", .reference(to: "transfer", .elsewhere(pointers))),
            Column("network", .reference(to: "network", .elsewhere(pointers))),
        ]
    )

    /// Memos: the text that was written with a transfer.
    static let memo = Table(
        "memo",
        "a memo",
        .network,
        may: [.insert, .delete],
        marks: .unmarked("words that people read; no right and no minute rests on them"),
        erasing: [.delete(.wallet, where: "transfer IN (\(SQLText.transfersOfAccount))")],
        [
            Column("transfer", .reference(to: "transfer", .elsewhere(pointers))),
            Column("network", .reference(to: "network", .elsewhere(pointers))),
            Column("words", .words(.member)),
        ]
    )

    /// The references by which a repeated import recognises transfers that it already imported.
    ///
    /// A reference is the id in the file, or a digest of the row where the format has no ids.
    static let reference = Table(
        "reference",
        "a reference",
        .network,
        may: [.insert],
        marks: .summed(
            7,
            "reference",
            "transfer",
            reading: """
                SELECT t.network, t.network, t.reference, t.transfer, f.id FROM reference t
                LEFT JOIN transfer f ON f.id = t.transfer AND f.network = t.network
                ORDER BY t.network, t.reference
                """,
            called: "references of transfers in network"
        ),
        key: ["network", "reference"],
        [
            Column("network", .reference(to: "network", .elsewhere(pointers))),
            Column("reference", .code),
            Column("transfer", .reference(to: "transfer", .elsewhere(pointers))),
        ]
    )

    /// The references by which a repeated import recognises anything but transfers.
    static let origin = Table(
        "origin",
        "a reference",
        .network,
        may: [.insert],
        marks: .summed(
            8,
            "kind",
            "reference",
            "id",
            called: "references of what was brought into network"
        ),
        key: ["network", "kind", "reference"],
        [
            Column("network", .reference(to: "network", .elsewhere("Audit.checkNames"))),
            Column("kind", .choice),
            Column("reference", .code),
            Column("id", .number),
        ]
    )

    /// The accounts that stand for other networks, by the other network's slug.
    static let mirror = Table(
        "mirror",
        "a mirror account",
        .network,
        may: [.insert],
        marks: .unmarked("the name of an account, which the audit looks up"),
        key: ["network", "slug"],
        [
            Column("network", .reference(to: "network", .elsewhere("Audit.checkNames"))),
            Column("slug", .code),
            Column("account", .reference(to: "account", .elsewhere("Audit.checkNames"))),
        ]
    )

    /// Holds: minutes reserved in an account, to be posted as a transfer or released.
    static let hold = Table(
        "hold",
        "a hold",
        .network,
        may: [.insert, .update],
        marks: .unmarked("the audit compares it with its account and the journal"),
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .elsewhere("Audit.checkNames"))),
            Column("account", .reference(to: "account", .elsewhere("Audit.checkNames"))),
            Column("minutes", .minutes),
            Column("expires_at", .instant),
            Column("state", .choice),
            Column("journal", .reference(to: "journal", .elsewhere("Audit.checkNames"))),
        ]
    )

    private static let walk = "Audit.readTransfers"
    private static let pointers = "Audit.checkPointers"
}
