internal import Crypto
internal import Ledger
internal import Store

/// Counts what tills ask about cards and numbers, so that nobody goes through them at one.
///
/// - Wrong numbers: after 10 in five minutes, typed numbers of that person at that till wait until
///   five minutes after the first; an organisation's after 60.
/// - People who were looked up and from whom nothing was accepted: after 120 in an hour, an
///   organisation's after 600.
///
/// - Questions whether somebody's credits are enough: after five different ones about one person
///   by one till in ten minutes, for a sixth would come close to saying what they have. To ask the
///   same again counts for nothing.
///
/// What was accepted takes nothing from the first count, else one good card would pay for ten
/// guesses. A scanned card is never slowed by wrong numbers, for nobody guesses a card's code.
struct CardWatch {
    let till: Person.ID
    let organisation: Organisation.ID
    let now: Instant

    /// What is counted.
    enum Kind: String {
        /// A number that nobody has.
        case wrong
        /// Somebody who was found.
        case seen

        var mostOfOne: Int64 { self == .wrong ? 10 : 120 }
        var mostOfAll: Int64 { self == .wrong ? 60 : 600 }
        var window: Duration { .seconds(self == .wrong ? 300 : 3_600) }

        /// What a refusal at a till told about whose card it is; nil where it told nothing.
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

    // Digests, as with tries to sign in: the store does not list who typed what.
    fileprivate func ofOne(_ kind: Kind) -> [UInt8] {
        Self.key(kind, "\(till) \(organisation)")
    }
    fileprivate func ofAll(_ kind: Kind) -> [UInt8] { Self.key(kind, "\(organisation)") }

    fileprivate func ofQuestions(about member: Member.ID) -> [UInt8] {
        Self.key("asked \(till) \(member)")
    }
    fileprivate func of(_ offer: Offer.ID, _ party: Party, about member: Member.ID) -> [UInt8] {
        Self.key("asked \(till) \(member) \(offer) \(party.adults) \(party.children)")
    }

    /// How many different questions about one person are answered, and in which time.
    static let mostQuestions: Int64 = 5
    fileprivate static let questioned: Duration = .seconds(600)

    private static func key(_ kind: Kind, _ whose: String) -> [UInt8] {
        key("\(kind.rawValue) \(whose)")
    }

    private static func key(_ what: String) -> [UInt8] {
        Array(SHA256.hash(data: Array("card \(what)".utf8)).prefix(16))
    }
}

/// An operation whose refusals tell something about the card that was shown, and so are counted.
protocol CountedWhenRefused: Operation {
    /// What a refusal told; nil where it told nothing.
    func kind(of refusal: any Refusal) -> CardWatch.Kind?
    /// At whose till it was.
    func organisation(at view: View) throws -> Organisation.ID?
    /// What it asked of somebody's credits: for which offer, for whom, and of which member.
    func question(at view: View) throws -> (Offer.ID, Party, Member.ID)?
}

extension CountedWhenRefused {
    /// Counts a refusal, and says what is to be answered: that refusal, or that it was too many.
    func counted(_ refusal: any Refusal, at view: View) throws -> any Refusal {
        guard let kind = kind(of: refusal), let till = view.actor.person,
            let organisation = try organisation(at: view)
        else { return refusal }
        let watch = CardWatch(till: till, organisation: organisation, now: view.now)
        if let slowed = try view.tx.count(kind, watch, in: view.here.id) { return slowed }
        guard case SpendingRefusal.doesNotFit = refusal,
            let (offer, party, member) = try question(at: view)
        else { return refusal }
        return try view.tx.countQuestion(offer, party, of: member, watch) ?? refusal
    }
}

extension Transaction {
    /// Until when a till takes no typed numbers; asked ahead, so that nobody waits for it.
    func laterCalm(_ watch: CardWatch) throws -> Later<Instant> {
        try later(
            """
            SELECT until FROM attempt WHERE subject = $1 AND failures >= $2 AND until > $5
            UNION ALL
            SELECT until FROM attempt WHERE subject = $3 AND failures >= $4 AND until > $5
            LIMIT 1
            """,
            watch.ofOne(.wrong),
            CardWatch.Kind.wrong.mostOfOne,
            watch.ofAll(.wrong),
            CardWatch.Kind.wrong.mostOfAll,
            watch.now
        ) { $0.instant(0) }
    }

    /// Refuses a typed number where too many wrong ones came before it.
    ///
    /// - Throws: ``SpendingRefusal/tooManyCards(until:)``.
    func requireCalm(_ watch: CardWatch) throws {
        if let until = try laterCalm(watch).value() {
            throw SpendingRefusal.tooManyCards(until: until)
        }
    }

    /// Counts what a till learned, and gives the refusal where that is too much.
    ///
    /// Who has reached their own limit no longer adds to the organisation's, so that one cannot
    /// stop the others.
    func count(
        _ kind: CardWatch.Kind,
        _ watch: CardWatch,
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

    /// Counts a question whether somebody's credits are enough for a party, if it is a new one,
    /// and gives the refusal where there were too many.
    func countQuestion(
        _ offer: Offer.ID,
        _ party: Party,
        of member: Member.ID,
        _ watch: CardWatch
    ) throws -> (any Refusal)? {
        let until = watch.now + CardWatch.questioned
        // Of all questions first, so that two at once never wait crosswise.
        let all = try countAttempt(
            watch.ofQuestions(about: member),
            until: until,
            now: watch.now
        )
        let one = try countAttempt(
            watch.of(offer, party, about: member),
            until: all.until,
            now: watch.now
        )
        guard one.failures > 1 else {
            return all.failures > CardWatch.mostQuestions
                ? SpendingRefusal.tooManyCards(until: all.until) : nil
        }
        try run(
            "UPDATE attempt SET failures = failures - 1 WHERE subject = $1",
            watch.ofQuestions(about: member)
        )
        return nil
    }

    private func count(
        _ key: [UInt8],
        _ kind: CardWatch.Kind,
        now: Instant
    ) throws -> (times: Int64, until: Instant) {
        let counted = try countAttempt(key, until: now + kind.window, now: now)
        return (counted.failures, counted.until)
    }

    /// Whether a count is over its limit; those from whom something was accepted do not count.
    private func isTooMuch(
        _ count: (times: Int64, until: Instant),
        _ most: Int64,
        _ kind: CardWatch.Kind,
        _ watch: CardWatch,
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
