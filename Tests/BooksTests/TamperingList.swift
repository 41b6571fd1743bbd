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
            "a name without a sign-in, a membership or a role",
            [
                "person.a row added"
            ]
        ),
        (
            "a request that is remembered for 30 days, so that it is not done twice",
            [
                "request.a row added", "request.a row deleted", "request.at",
                "request.fingerprint", "request.key", "request.made", "request.person",
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
            "a rule; the journal says that rules were changed, and not to what",
            [
                "policy.a row added", "policy.ceiling", "policy.credit", "policy.expiry_days",
                "policy.mutual_limit", "policy.newcomer_days", "policy.newcomer_gifts",
                "policy.rounding", "policy.since",
            ]
        ),
        (
            "a setting; the journal says that it was changed, and not to what",
            [
                "member.status", "network.zone", "offer.is_open", "opportunity.is_open",
                "organisation.earns", "organisation.is_open", "organisation.spends",
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
            "an offer by which nobody has paid yet",
            [
                "offer.a row added", "offer.a row deleted",
            ]
        ),
        (
            "another name of an account that is there",
            [
                "mirror.a row added"
            ]
        ),
        (
            "another opportunity of the same organisation pays from the same account",
            [
                "hours.opportunity"
            ]
        ),
        (
            "from when on somebody counts as a newcomer",
            [
                "member.joined_at"
            ]
        ),
        (
            "how a member is known at a till",
            [
                "member.card", "member.folded_number", "member.number",
            ]
        ),
        (
            "how much a newcomer has given away, counted for 30 days",
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
            "how somebody signs in, which the journal does not record",
            [
                "code.a row added", "code.a row deleted", "code.created_at", "code.digest",
                "code.expires_at", "code.person", "member.email", "person.login",
                "person.password", "person.password_at", "token.a row added",
                "token.a row deleted", "token.created_at", "token.digest", "token.person",
                "token.purpose",
            ]
        ),
        (
            "its name in addresses",
            [
                "network.slug", "organisation.slug",
            ]
        ),
        (
            "of a network without a wallet; else the limits of wallets are named",
            [
                "network.model"
            ]
        ),
        (
            "of an offer by which no child has paid yet; else it is named",
            [
                "offer.child"
            ]
        ),
        (
            "of an offer by which nobody has paid yet",
            [
                "offer.id"
            ]
        ),
        (
            "of an offer by which nobody has paid yet; else it is named",
            [
                "offer.adult"
            ]
        ),
        (
            "of hours that are not paid; of paid ones it is named",
            [
                "hours.day", "hours.member", "hours.minutes",
            ]
        ),
        (
            "of the row that the last sealing itself wrote; the next seal covers it",
            [
                "journal.at", "journal.id",
            ]
        ),
        (
            "only what a form suggests",
            [
                "opportunity.minutes"
            ]
        ),
        (
            "something to do for which nobody has claimed hours yet",
            [
                "opportunity.a row added"
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
            "what keeps an import from bringing in a row twice",
            [
                "origin.reference", "reference.a row added", "reference.a row deleted",
                "reference.reference", "reference.transfer",
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
            "whose lead hands over a first code, to somebody who has no credits and no role",
            [
                "member.brought_by"
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
            "who was erased stays without a name; only a restore would not repeat it",
            [
                "erasure.a row deleted"
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
