internal import Ledger
internal import Store

extension FileKind {
    /// The file of transfers.
    ///
    /// It is imported after opportunities and offers, so that these exist before minutes move.
    package static let transfers = FileKind(
        "transfers",
        after: ["members", "opportunities", "offers"],
        [
            .required("id", "its id, or the one it had where it was brought in from", "2026-0001"),
            .required("at", "when it happened", "2026-03-01T10:30:00Z"),
            .required(
                "from",
                "issuance, pot, notes, loss, member:NUMBER, allocation:SLUG, takings:SLUG, "
                    + "mirror:SLUG, or wallet:ID where the member was erased",
                "allocation:orchard-lane-school"
            ),
            .required("to", "as from", "member:M-17"),
            .required("minutes", "how many", "90"),
            .required("kind", "why minutes moved", "earn"),
            .optional(
                "memo",
                "words that came with it; for a reversal the id of what it takes back",
                "Reading with Year 2"
            ),
        ],
        reading: .transfers,
        peers: [.timeoverflow: .timeOverflowTransfers, .komunitin: .komunitin],
        writing: FileWriting(
            """
            SELECT t.id, t.at, t.from_account, t.to_account, t.minutes, t.kind, t.reverses,
                m.words
            FROM transfer t LEFT JOIN memo m ON m.transfer = t.id
            WHERE t.network = $1 ORDER BY t.id
            """
        ) { row, names in
            let kind: TransferKind = try row.number(5)
            let memo = row.integerIfAny(6).map { names.transfer($0) } ?? row.textIfAny(7) ?? ""
            return [
                names.transfer(row.integer(0)), row.instant(1).rfc3339,
                names.account(row.integer(2)), names.account(row.integer(3)),
                "\(row.integer(4))", kind.name, memo,
            ]
        }
    )

    /// The file of the reasons for reversals.
    ///
    /// The memo of a reversal in the file of transfers is the id of the reversed transfer, so the
    /// reason needs a file of its own.
    package static let reversals = FileKind(
        "reversals",
        after: ["transfers"],
        [
            .required("id", "the reversal: an id of transfers.csv", "2026-0002"),
            .required("reverses", "what it takes back", "2026-0001"),
            .required("reason", "why", "Entered twice"),
        ],
        reading: .rows(of: ReversalRow.self),
        writing: FileWriting(
            """
            SELECT r.reversed_by, r.transfer, m.words
            FROM reversal r LEFT JOIN memo m ON m.transfer = r.reversed_by
            WHERE r.network = $1 ORDER BY r.reversed_by
            """
        ) { row, names in
            [
                names.transfer(row.integer(0)), names.transfer(row.integer(1)),
                row.textIfAny(2) ?? "",
            ]
        }
    )

    /// The file of holds: open, posted and released ones.
    package static let holds = FileKind(
        "holds",
        after: ["transfers"],
        [
            .optional("id", "its id", "hold-1"),
            .required("account", "whose minutes are reserved", "member:M-17"),
            .required("minutes", "how many", "60"),
            .required("expires", "until when", "2026-03-02T10:30:00Z"),
            .optional("state", "open, posted or released", "open"),
        ],
        reading: .rows(of: HoldRow.self),
        writing: FileWriting(
            """
            SELECT id, account, minutes, expires_at, state FROM hold
            WHERE network = $1 ORDER BY id
            """
        ) { row, names in
            [
                names.thing(row.integer(0)), names.account(row.integer(1)),
                "\(row.integer(2))", row.instant(3).rfc3339, row.text(4),
            ]
        }
    )
}
