internal import Ledger
internal import Store

extension FileKind {
    /// The file `network.csv`: the network's own fields, in one row.
    package static let network = FileKind(
        "network",
        [
            .optional("slug", "its short name in addresses", "fenside"),
            .required(Network.Fields.name, example: "Fenside Time Credits"),
            .optional(Network.Fields.model, example: "credits"),
            .optional(Network.Fields.zone, example: "Europe/London"),
            .optional(Network.Fields.language, example: "en"),
            .optional(SetContact.Fields.contact, example: "Joan, Tuesdays at the library"),
            .optional("last_number", "the last membership number it has given", "1000"),
            .optional("made", "when it was made", "2026-03-01T10:30:00Z"),
        ],
        reading: .rows(of: NetworkRow.self),
        writing: FileWriting(
            """
            SELECT n.slug, n.name, n.model, n.zone, n.language, COALESCE(c.words, ''),
                n.last_number, n.created_at
            FROM network n LEFT JOIN contact c ON c.network = n.id
            WHERE n.id = $1
            """
        ) { row, _ in
            [
                row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                "\(row.integer(6))", row.instant(7).rfc3339,
            ]
        }
    )

    /// The file `policy.csv`: one row for each version of a network's rules.
    package static let policy = FileKind(
        "policy",
        after: ["network"],
        [
            .required("version", "counted from 1; the last one holds now", "1"),
            .required(Policy.Fields.credit, example: "60"),
            .required(Policy.Fields.mutualLimit, example: "600"),
            .optional(Policy.Fields.ceiling, example: ""),
            .required(Policy.Fields.newcomerDays, example: "30"),
            .required(Policy.Fields.newcomerGifts, example: "600"),
            .required(Policy.Fields.rounding, example: "1"),
            .optional(
                "expiry_days",
                "a rule of older versions that nothing follows; left out by an import",
                ""
            ),
            .optional("since", "from when on", "2026-03-01T10:30:00Z"),
        ],
        reading: .rows(of: PolicyRow.self),
        writing: FileWriting(
            """
            SELECT version, credit, mutual_limit, ceiling, newcomer_days, newcomer_gifts,
                rounding, expiry_days, since
            FROM policy WHERE network = $1 ORDER BY version
            """
        ) { row, _ in
            (0..<8).map { row.integerIfAny($0).map { "\($0)" } ?? "" } + [row.instant(8).rfc3339]
        }
    )

    /// The file `offices.csv`: the coordinators and funders of a network.
    ///
    /// A holder who is a member is identified by membership number, others by name. Logins are not
    /// exported, because they belong to the installation and not to the network.
    package static let offices = FileKind(
        "offices",
        after: ["members", "staff"],
        grantsRoles: true,
        [
            .required("role", "coordinator or funder", "coordinator"),
            .required(
                "member",
                "whose office it is: their number; empty for one who is no member",
                "M-17"
            ),
            .optional("name", "what they are called", "Ada Nowak"),
            .optional("since", "from when on", "2026-03-01T10:30:00Z"),
        ],
        reading: .rows(of: OfficeRow.self),
        writing: FileWriting(
            """
            SELECT o.role, m.number, COALESCE(m.name, p.name), o.since
            FROM office o JOIN person p ON p.id = o.person
                LEFT JOIN member m ON m.person = o.person AND m.network = o.network
            WHERE o.network = $1
            ORDER BY o.since, COALESCE(m.name, p.name), o.role, o.person
            """
        ) { row, _ in
            [row.text(0), row.textIfAny(1) ?? "", row.text(2), row.instant(3).rfc3339]
        }
    )
}
