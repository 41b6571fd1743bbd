internal import Store

extension Table {
    /// The people who sign in, or are known by name only.
    static let person = Table(
        "person",
        "a person",
        .installation("somebody may belong to several networks"),
        may: [.insert, .update, .delete],
        marks: .changing(
            2,
            .made("CASE WHEN t.password IS NULL THEN NULL ELSE t.login END", .text),
            .made("CASE WHEN t.login IS NULL THEN 0 ELSE 1 END", .integer),
            "password",
            "password_at",
            network: "0",
            where: """
                (t.password IS NOT NULL OR t.login IS NOT NULL OR t.password_at IS NOT NULL)
                """,
            called: "the login or password of person"
        ),
        erasing: [
            .empty(
                "name",
                "login",
                "password",
                "password_at",
                of: .personGone,
                where: "id = $1"
            )
        ],
        [
            Column("id", .id),
            .maybe("login", .words(.person)),
            Column("name", .words(.person)),
            Column("language", .choice),
            .maybe("password", .secret(.person)),
            .maybe("password_at", .instant),
            Column("created_at", .instant),
        ]
    )

    /// The members of a network; an erased one keeps the row, since accounts and transfers refer to
    /// it.
    package static let member = Table(
        "member",
        "a member",
        .network,
        may: [.insert, .update],
        marks: .changing(
            1,
            "number",
            "folded_number",
            "card",
            "brought_by",
            "joined_at",
            "status",
            erased: Marks.Erased(
                ids: "SELECT member FROM erasure ORDER BY member",
                undone: """
                    SELECT e.network, e.member FROM erasure e JOIN member m ON m.id = e.member
                    WHERE m.status <> 'erased' OR m.card IS NOT NULL OR m.person IS NOT NULL
                    ORDER BY e.member
                    """
            )
        ),
        erasing: [
            .empty(
                "person",
                "card",
                "name",
                "email",
                "phone",
                "brought_by",
                of: .member,
                where: "id = $1"
            )
        ],
        [
            Column("id", .id),
            Column("network", .reference(to: "network", .listed)),
            .maybe("person", .reference(to: "person", .listed)),
            Column("number", .code),
            Column("folded_number", .code),
            .maybe("card", .secret(.member)),
            Column("name", .words(.member)),
            .maybe("email", .words(.member)),
            .maybe("phone", .words(.member)),
            Column("language", .choice),
            Column("status", .choice),
            Column("wallet", .reference(to: "account", .elsewhere("Audit.checkPointers"))),
            Column("newcomer_gifts", .minutes),
            Column("joined_at", .instant),
            .maybe("brought_by", .reference(to: "organisation", .listed)),
        ]
    )

    /// Which person may act for which member.
    static let guardian = Table(
        "guardian",
        "a guardianship",
        .network,
        may: [.insert, .delete],
        marks: .unmarked("the audit compares it with the acts in the journal that gave it"),
        key: ["network", "guardian", "ward"],
        erasing: [
            .delete(.member, where: "ward = $1"),
            .delete(.personHere, where: "guardian = $1 AND network = $2"),
        ],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("guardian", .reference(to: "person", .listed)),
            Column("ward", .reference(to: "member", .listed)),
            Column("since", .instant),
        ]
    )

    /// The declared relatives, each pair in both directions.
    static let relative = Table(
        "relative",
        "a pair of relatives",
        .network,
        may: [.insert, .delete],
        marks: .unmarked("the audit compares it with the acts in the journal that declared it"),
        key: ["network", "member", "other"],
        erasing: [.delete(.member, where: "member = $1 OR other = $1")],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("member", .reference(to: "member", .listed)),
            Column("other", .reference(to: "member", .listed)),
            Column("since", .instant),
        ]
    )

    /// The erased members, so that an erasure can be repeated in a restored backup.
    static let erasure = Table(
        "erasure",
        "an erasure",
        .network,
        may: [.insert],
        marks: .unmarked("the audit compares it with the member and the journal"),
        [
            Column("member", .reference(to: "member", .listed)),
            Column("network", .reference(to: "network", .listed)),
            Column("at", .instant),
        ]
    )

    /// The folded words of members' names, as a search index.
    static let word = Table(
        "word",
        "a word to search by",
        .network,
        may: [.insert, .delete],
        marks: .unmarked("an index of names, made from them"),
        key: ["network", "word", "member"],
        erasing: [.delete(.member, where: "member = $1")],
        [
            Column("network", .reference(to: "network", .listed)),
            Column("word", .words(.member)),
            Column("member", .reference(to: "member", .listed)),
        ]
    )

    /// Notices to people about what others did to them, deleted ``Notice/lasts`` later.
    static let notice = Table(
        "notice",
        "a notice",
        .installation("it is shown in every network, as the person is in all of it"),
        may: [.insert, .update, .delete],
        marks: .unmarked("the journal has the act that it tells of"),
        erasing: [.delete(.personGone, where: "person = $1")],
        forgetting: .rows(where: "at <= $1", after: Notice.lasts),
        [
            Column("id", .id),
            Column("person", .reference(to: "person", .listed)),
            Column("kind", .choice),
            .maybe("by_person", .reference(to: "person", .listed)),
            Column("at", .instant),
            .maybe("seen_at", .instant),
        ]
    )
}
