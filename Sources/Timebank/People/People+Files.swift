internal import Ledger
internal import Store

extension FileKind {
    /// The members file.
    ///
    /// Erased members are left out.
    package static let members = FileKind(
        "members",
        after: ["organisations"],
        [
            .required("number", "membership number", "M-17"),
            .required(Member.Fields.name, example: "Ada Nowak"),
            .optional(Member.Fields.email, example: "ada@example.org"),
            .optional(Member.Fields.phone, example: "07700 900123"),
            .optional(Member.Fields.language, example: "pl"),
            .optional("status", "active, paused or left", "active"),
            .optional("joined", "when they joined", "2026-03-01"),
            .optional("card", "what their card says", ""),
            .further(
                "brought_by",
                "the organisation that brought them in, where one did",
                "orchard-lane-school",
                where: """
                    SELECT 1 FROM member
                    WHERE network = $1 AND brought_by IS NOT NULL AND status <> 'erased' LIMIT 1
                    """
            ),
        ],
        reading: .rows(of: MemberRow.self),
        peers: [.timeoverflow: .timeOverflowUsers],
        writing: FileWriting(
            """
            SELECT number, name, email, phone, language, status, joined_at, card, brought_by
            FROM member WHERE network = $1 AND status <> 'erased' ORDER BY id
            """
        ) { row, names in
            [
                row.text(0), row.text(1), row.textIfAny(2) ?? "", row.textIfAny(3) ?? "",
                row.text(4), row.text(5), row.instant(6).rfc3339, row.textIfAny(7) ?? "",
                row.integerIfAny(8).map { names.organisation($0) } ?? "",
            ]
        }
    )

    /// The guardians file.
    package static let guardians = FileKind(
        "guardians",
        after: ["members"],
        grantsRoles: true,
        [
            .required(
                "guardian",
                "who acts for somebody: their number; empty for one who is no member",
                "M-17"
            ),
            .optional("name", "what the guardian is called", "Ada Nowak"),
            .required("ward", "the number of the member they act for", "M-18"),
            .optional("since", "from when on", "2026-03-01T10:30:00Z"),
        ],
        reading: .rows(of: GuardianRow.self),
        writing: FileWriting(
            """
            SELECT m.number, COALESCE(m.name, p.name), g.ward, g.since
            FROM guardian g JOIN person p ON p.id = g.guardian
                LEFT JOIN member m ON m.person = g.guardian AND m.network = g.network
            WHERE g.network = $1
            ORDER BY g.since, COALESCE(m.name, p.name), g.guardian, g.ward
            """
        ) { row, names in
            [
                row.textIfAny(0) ?? "", row.text(1), names.member(row.integer(2)),
                row.instant(3).rfc3339,
            ]
        }
    )

    /// The relatives file.
    package static let relatives = FileKind(
        "relatives",
        after: ["members"],
        [
            .required("member", "a member's number", "M-17"),
            .required("other", "the number of their declared relative", "M-19"),
            .optional("since", "from when on", "2026-03-01T10:30:00Z"),
        ],
        reading: .rows(of: RelativeRow.self),
        writing: FileWriting(
            """
            SELECT member, other, since FROM relative WHERE network = $1
            ORDER BY since, member, other
            """
        ) { row, names in
            [
                names.member(row.integer(0)), names.member(row.integer(1)),
                row.instant(2).rfc3339,
            ]
        }
    )
}
