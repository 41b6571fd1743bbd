extension Tampering {
    /// What `verify` does not name, and why nothing rests on it.
    static let unnamed = Dictionary(
        reasons.flatMap { reason, names in names.map { ($0, reason) } }
    ) { first, _ in first }

    private static let reasons: [(String, [String])] = [
        (
            "a key with which nothing is signed; --against finds seals made anew",
            [
                "signer.a row added"
            ]
        ),
        (
            "a moment that is only shown",
            [
                "erasure.at", "network.created_at", "offer.created_at", "opportunity.created_at",
                "organisation.created_at", "person.created_at",
            ]
        ),
        (
            "a name that nothing else names",
            [
                "hold.id"
            ]
        ),
        (
            "a request that is remembered for 30 days, so that it is not done twice",
            [
                "request.a row added", "request.a row deleted", "request.at", "request.fingerprint",
                "request.key", "request.made", "request.person",
            ]
        ),
        (
            "a role taken away gives nobody anything",
            [
                "guardian.a row deleted", "office.a row deleted", "operator.a row deleted",
                "staff.a row deleted",
            ]
        ),
        (
            "a sign-in taken away gives nobody anything",
            [
                "code.a row deleted", "token.a row deleted",
            ]
        ),
        (
            "after the last seal a row is like any other; the next seal covers it",
            [
                "journal.a row added"
            ]
        ),
        (
            "an index of names, made from them",
            [
                "word.a row added", "word.a row deleted", "word.member", "word.word",
            ]
        ),
        (
            "another name of an account that is there",
            [
                "mirror.a row added"
            ]
        ),
        (
            "how much a newcomer has given away, counted for 30 days; each gift has its own record",
            [
                "member.newcomer_gifts"
            ]
        ),
        (
            "how often somebody failed to sign in, forgotten after a while",
            [
                "attempt.a row added", "attempt.a row deleted", "attempt.failures",
                "attempt.known_until", "attempt.subject", "attempt.until",
            ]
        ),
        (
            "names somebody who signs in; without their password it opens nothing",
            [
                "member.email"
            ]
        ),
        (
            "of paid hours; another one of the same organisation pays from the same account",
            [
                "hours.opportunity"
            ]
        ),
        (
            "of the row that the last sealing itself wrote; the next seal covers it",
            [
                "journal.at", "journal.id",
            ]
        ),
        (
            "the last number given; a number is never given twice all the same",
            [
                "network.last_number"
            ]
        ),
        (
            "the name of an account with another network",
            [
                "mirror.slug"
            ]
        ),
        (
            "until when minutes are reserved; it moves none",
            [
                "hold.expires_at"
            ]
        ),
        (
            "what servers tell each other for a moment",
            [
                "duty.a row added", "duty.a row deleted", "duty.beat", "duty.holder", "duty.name",
                "node.a row added", "node.a row deleted", "node.holder", "node.number",
                "node.until", "usage.a row added", "usage.a row deleted", "usage.at",
                "usage.missing", "usage.sender", "usage.server", "usage.taken",
            ]
        ),
        (
            "what somebody is told of an act; the journal has the act itself",
            [
                "notice.a row added", "notice.a row deleted", "notice.at", "notice.by_person",
                "notice.id", "notice.kind", "notice.person", "notice.seen_at",
            ]
        ),
        (
            "where nothing was recorded in between, it says the same",
            [
                "rollup.upto"
            ]
        ),
        (
            "which sign-ins are the demo's, a warning and no right",
            [
                "demo_sign_in.a row added", "demo_sign_in.a row deleted", "demo_sign_in.person",
            ]
        ),
        (
            "what visitors may read of lists that every member reads; no minute rests on it",
            [
                "network.is_public"
            ]
        ),
        (
            "words that people read; no right and no minute rests on it",
            [
                "contact.a row deleted", "contact.since", "contact.words", "hours.note",
                "hours.reason", "member.language", "member.name", "member.phone",
                "memo.a row deleted", "memo.words", "network.language", "network.name",
                "offer.details", "offer.title", "opportunity.details", "opportunity.place",
                "opportunity.title", "organisation.name", "person.language", "person.name",
            ]
        ),
    ]
}
