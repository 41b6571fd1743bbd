internal import Crypto
internal import Ledger
internal import Store

/// Limits what tills can find out about cards and numbers, so that nobody tries them all.
///
/// - Wrong numbers: after 10 in five minutes by one person at one organisation, typed numbers of
///   that person are refused there until five minutes after the first; after 60 by all of the
///   organisation.
/// - Members who were found but from whom nothing was accepted: after 120 in an hour by one person,
///   or 600 by all of the organisation. Asking again whether the same member's credits are enough,
///   within ten minutes, counts as one.
/// - Questions whether a member's credits are enough: after five different ones by one person about
///   one member in ten minutes, since more would almost reveal the balance. The same question again
///   does not count.
/// - Showing what a member has left: after 20 times in an hour by one person, or 100 by all of the
///   organisation.
///
/// Accepted redemptions do not reduce the count of wrong numbers; otherwise one valid card would
/// allow ten more guesses. Scanned cards are not affected by wrong numbers, since nobody can guess
/// a card's code.
struct CardRateLimit {
    let till: Person.ID
    let organisation: Organisation.ID
    let now: Instant

    /// What is counted, apart from questions.
    enum Kind: String {
        /// A number that no member has.
        case wrong
        /// A member who was found.
        case seen
        /// A member of whom it was shown what is left.
        case left

        var mostOfOne: Int64 {
            switch self {
            case .wrong: 10
            case .seen: 120
            case .left: 20
            }
        }
        var mostOfAll: Int64 {
            switch self {
            case .wrong: 60
            case .seen: 600
            case .left: 100
            }
        }
        var window: Duration { .seconds(self == .wrong ? 300 : 3_600) }

        /// What a refusal at a till revealed about a card; nil if it revealed nothing.
        init?(_ refusal: any Refusal) {
            switch refusal {
            case SpendingRefusal.unknownCard,
                PeopleRefusal.mistypedNumber(field: Redemption.Fields.card.name):
                self = .wrong
            case PeopleRefusal.memberLeft, PeopleRefusal.notGuardian, PeopleRefusal.mistypedNumber,
                SpendingRefusal.doesNotFit:
                self = .seen
            default: return nil
            }
        }
    }

    // The counters' keys are digests, so that the store does not list who asked about whom.
    fileprivate func ofOne(_ kind: Kind) -> [UInt8] {
        Self.key(kind, "\(till) \(organisation)")
    }
    fileprivate func ofAll(_ kind: Kind) -> [UInt8] { Self.key(kind, "\(organisation)") }

    fileprivate func ofQuestions(about member: Member.ID) -> [UInt8] {
        Self.key("asked \(till) \(member)")
    }
    fileprivate func of(_ asked: CardQuestion) -> [UInt8] {
        let party = asked.party
        return Self.key(
            "asked \(till) \(asked.member) \(asked.offer) \(party.adults) \(party.children)"
        )
    }

    /// The maximum number of different questions about one member in ten minutes.
    static let mostQuestions: Int64 = 5
    fileprivate static let questioned: Duration = .seconds(600)

    private static func key(_ kind: Kind, _ whose: String) -> [UInt8] {
        key("\(kind.rawValue) \(whose)")
    }

    private static func key(_ what: String) -> [UInt8] {
        Array(SHA256.hash(data: Array("card \(what)".utf8)).prefix(16))
    }
}

/// A question at a till: whether a member's credits are enough for a party.
struct CardQuestion {
    let offer: Offer.ID
    let party: Party
    let member: Member.ID
}

/// An operation whose refusals reveal something about the card that was shown, and so are counted.
protocol CountedWhenRefused: Operation {
    /// What a refusal revealed; nil if it revealed nothing.
    func kind(of refusal: any Refusal) -> CardRateLimit.Kind?
    /// The organisation whose till it was.
    func organisation(at view: View) throws -> Organisation.ID?
    /// The question that a refusal for lack of credits answered; nil if it is counted already.
    func question(at view: View) throws -> CardQuestion?
}

extension CountedWhenRefused {
    /// Counts a refusal; returns it, or the refusal that the limit is exceeded.
    func counted(_ refusal: any Refusal, at view: View) throws -> any Refusal {
        guard let kind = kind(of: refusal), let till = view.actor.person,
            let organisation = try organisation(at: view)
        else { return refusal }
        let watch = CardRateLimit(till: till, organisation: organisation, now: view.now)
        guard kind == .seen else {
            return try view.tx.count(kind, watch, in: view.here.id) ?? refusal
        }
        var asked: CardQuestion?
        if case SpendingRefusal.doesNotFit = refusal { asked = try question(at: view) }
        return try view.tx.countSeen(asked, watch, in: view.here.id) ?? refusal
    }
}

extension Transaction {
    /// Sends the query for the time until which typed numbers are refused; the result is nil if
    /// they are not.
    func laterBlockedUntil(_ watch: CardRateLimit) throws -> Later<Instant> {
        try later(
            """
            SELECT until FROM attempt WHERE subject = $1 AND failures >= $2 AND until > $5
            UNION ALL
            SELECT until FROM attempt WHERE subject = $3 AND failures >= $4 AND until > $5
            LIMIT 1
            """,
            watch.ofOne(.wrong),
            CardRateLimit.Kind.wrong.mostOfOne,
            watch.ofAll(.wrong),
            CardRateLimit.Kind.wrong.mostOfAll,
            watch.now
        ) { $0.instant(0) }
    }

    /// Counts what a till found out; returns a refusal if a limit is exceeded.
    ///
    /// A person over their own limit no longer adds to the organisation's count, so that one person
    /// cannot stop the others.
    func count(
        _ kind: CardRateLimit.Kind,
        _ watch: CardRateLimit,
        in network: Network.ID
    ) throws
        -> (any Refusal)?
    {
        let one = try count(watch.ofOne(kind), kind, now: watch.now)
        if try isTooMuch(one, kind.mostOfOne, kind, watch, in: network, ofAll: false) {
            return SpendingRefusal.tooManyCards(until: one.until)
        }
        let all = try count(watch.ofAll(kind), kind, now: watch.now)
        if try isTooMuch(all, kind.mostOfAll, kind, watch, in: network, ofAll: true) {
            return SpendingRefusal.tooManyCards(until: all.until)
        }
        return nil
    }

    /// Counts a member who was found, and the question that was answered about them; returns a
    /// refusal if a limit is exceeded.
    ///
    /// A member about whom the till asked in the last ten minutes is not counted as found again.
    func countSeen(
        _ asked: CardQuestion?,
        _ watch: CardRateLimit,
        in network: Network.ID
    ) throws -> (any Refusal)? {
        guard let asked else { return try count(.seen, watch, in: network) }
        // Always the counters of one member before those that all share, so that two transactions
        // cannot deadlock.
        let until = watch.now + CardRateLimit.questioned
        let all = try countAttempt(
            watch.ofQuestions(about: asked.member),
            until: until,
            now: watch.now
        )
        let one = try countAttempt(watch.of(asked), until: all.until, now: watch.now)
        if one.failures > 1 {
            try run(
                "UPDATE attempt SET failures = failures - 1 WHERE subject = $1",
                watch.ofQuestions(about: asked.member)
            )
        } else if all.failures > CardRateLimit.mostQuestions {
            return SpendingRefusal.tooManyCards(until: all.until)
        }
        return all.failures > 1 ? nil : try count(.seen, watch, in: network)
    }

    private func count(
        _ key: [UInt8],
        _ kind: CardRateLimit.Kind,
        now: Instant
    ) throws -> (times: Int64, until: Instant) {
        let counted = try countAttempt(key, until: now + kind.window, now: now)
        return (counted.failures, counted.until)
    }

    /// Whether a count exceeds its limit; members from whom something was accepted are not counted.
    private func isTooMuch(
        _ count: (times: Int64, until: Instant),
        _ most: Int64,
        _ kind: CardRateLimit.Kind,
        _ watch: CardRateLimit,
        in network: Network.ID,
        ofAll: Bool
    ) throws -> Bool {
        guard count.times > most else { return false }
        guard kind == .seen else { return true }
        let since = count.until.microseconds - kind.window.components.seconds * 1_000_000
        let accepted = try first(
            """
            SELECT COUNT(*) FROM redemption
            WHERE id >= $1 AND network = $2 AND organisation = $3 AND undone_by IS NULL
                AND (CAST($4 AS BIGINT) IS NULL OR till = $4)
            """,
            IDGenerator.smallestID(at: since / 1_000),
            network,
            watch.organisation,
            ofAll ? nil : watch.till
        ) { $0.integer(0) }
        return count.times - (accepted ?? 0) > most
    }
}
