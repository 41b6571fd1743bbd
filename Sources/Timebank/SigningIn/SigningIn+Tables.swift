internal import Store

extension Table {
    /// The digests of valid tokens: sessions of pages and tokens of API clients.
    static let token = Table(
        "token",
        "a sign-in",
        .installation("whoever signs in belongs to all of it"),
        may: [.insert, .delete],
        marks: .lasting(
            10,
            "digest",
            "purpose",
            "created_at",
            "expires_at",
            of: "t.person",
            network: "0",
            called: "a sign-in of person"
        ),
        erasing: [.delete(.personGone, where: "person = $1")],
        forgetting: .rows(where: "expires_at <= $1"),
        [
            Column("digest", .bytes),
            Column("person", .reference(to: "person", .listed)),
            Column("purpose", .choice),
            Column("created_at", .instant),
            Column("expires_at", .instant),
        ]
    )

    /// One-time codes for choosing a password, by their digests.
    static let code = Table(
        "code",
        "a code",
        .openNetwork("a code is looked up by whoever does not know of a network yet"),
        may: [.insert, .delete],
        marks: .lasting(
            11,
            "digest",
            "person",
            "member",
            "created_at",
            "expires_at",
            of: "COALESCE(t.member, t.person, 0)",
            network: "COALESCE(t.network, 0)",
            called: "a code for person or member"
        ),
        erasing: [
            .delete(.member, where: "member = $1"),
            .delete(.person, where: "person = $1"),
        ],
        forgetting: .rows(where: "expires_at <= $1"),
        [
            Column("digest", .bytes),
            .maybe("person", .reference(to: "person", .listed)),
            .maybe("network", .reference(to: "network", .listed)),
            .maybe("member", .reference(to: "member", .listed)),
            Column("created_at", .instant),
            Column("expires_at", .instant),
        ]
    )

    /// Counters of failed sign-ins, and of cards and numbers that tills ask about, by digests.
    static let attempt = Table(
        "attempt",
        "failed attempts",
        .installation("who tries to sign in has said no network yet"),
        may: [.insert, .update, .delete],
        marks: .unmarked("it only slows somebody down, and is forgotten after a while"),
        forgetting: .rows(where: "until <= $1 AND (known_until IS NULL OR known_until <= $1)"),
        [
            Column("subject", .bytes),
            Column("failures", .number),
            Column("until", .instant),
            .maybe("known_until", .instant),
        ]
    )

    /// The operators of the server.
    static let `operator` = Table(
        "operator",
        "an operator",
        .installation("an operator runs all of it"),
        may: [.insert],
        marks: .unmarked("the audit compares it with the acts in the journal that gave it"),
        [
            Column("person", .reference(to: "person", .listed)),
            Column("since", .instant),
        ]
    )

    /// The people whose passwords a demo has printed, which are not secret.
    static let demoSignIn = Table(
        "demo_sign_in",
        "a sign-in of the demo",
        .installation("it is about how somebody signs in"),
        may: [.insert],
        marks: .unmarked("a warning, and no right"),
        [Column("person", .reference(to: "person", .listed))]
    )
}
