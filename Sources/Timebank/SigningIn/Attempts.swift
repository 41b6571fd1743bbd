internal import Crypto
internal import Ledger
internal import Store

/// Rate-limits sign-ins, so that guessing is slow and nobody can lock somebody else out.
///
/// Three counters of failures run for 15 minutes, each from its first failure:
///
/// - One person from one address, whichever of their logins was typed: after 10 failures nobody can
///   sign in as that person from that address. Other addresses are not affected.
/// - One address: after 100 failures, people who have not signed in from it recently must wait.
/// - One person from all addresses: after 20 failures, attempts from addresses where the person is
///   not known are hashed last. They are never refused, so a stranger can slow a person down but
///   not lock them out, and cannot slow them down at an address where they are known.
///
/// For a login that belongs to nobody, its text takes the place of the person. The text that was
/// typed is counted as well, and only its counter is reported. If the person's counter were
/// reported, ten attempts with one login and one with another would reveal that both belong to one
/// person, and so that the person exists. An attempt over the person's limit alone is answered like
/// a wrong password, after the same work.
///
/// An attempt is counted before its password is hashed, and the count is taken back if the password
/// was right. A hundred concurrent attempts therefore count like a hundred consecutive ones.
struct Attempts: Sendable {
    let address: ClientAddress
    let now: Instant
    private let pairKey: [UInt8]
    private let typedKey: [UInt8]
    private let originKey: [UInt8]
    private let whoKey: [UInt8]

    static let pairMost: Int64 = 10
    static let originMost: Int64 = 100
    static let whoMost: Int64 = 20
    static let window: Duration = .seconds(15 * 60)
    /// How long a person is known at an address after a sign-in from it.
    static let known: Duration = .seconds(30 * 86_400)
    /// What is added to the rank of attempts on a person who is over ``whoMost``; see
    /// ``FairQueue``.
    private static let behind: Int64 = 1_000

    /// Creates the counters of one attempt.
    ///
    /// `person` is nil if the login belongs to nobody. `typed` is the text that was typed; nil for
    /// a person who is signed in and typed none, to whom their own counter is reported.
    init(of person: Person.ID?, typed: String?, at address: ClientAddress, now: Instant) {
        self.address = address
        self.now = now
        let origin = address.description
        let who = person.map { ["person", $0.description] } ?? ["text", typed ?? ""]
        // Digests, so that the store does not list who tried to sign in, and from where.
        pairKey = Self.key(["pair"] + who + [origin])
        typedKey = typed.map { Self.key(["typed", $0, origin]) } ?? pairKey
        originKey = Self.key(["place", origin])
        whoKey = Self.key(["who"] + who)
    }

    /// Returns in which queue and with which rank the attempt waits; counts nothing yet.
    ///
    /// A signed-in person counts as known at every address.
    ///
    /// - Throws: ``SigningInRefusal/lockedOut(until:)`` or
    ///   ``RequestRefusal/tooManyRequests(seconds:)``.
    func guest(isSignedIn: Bool, in tx: Transaction) throws -> PasswordHashQueue.Guest {
        let typed = try tx.attempt(typedKey, now: now)
        if typed.failures >= Self.pairMost { throw SigningInRefusal.lockedOut(until: typed.until) }
        let pair = try tx.attempt(pairKey, now: now)
        if pair.isKnown || isSignedIn {
            return PasswordHashQueue.Guest(line: .known, address: address, tries: pair.failures)
        }
        let origin = try tx.attempt(originKey, now: now)
        if origin.failures >= Self.originMost {
            let left = now.duration(to: origin.until).components.seconds
            throw RequestRefusal.tooManyRequests(seconds: max(left, 1))
        }
        let isPressed = try tx.attempt(whoKey, now: now).failures >= Self.whoMost
        return PasswordHashQueue.Guest(
            line: .strangers,
            address: address,
            tries: origin.failures + (isPressed ? Self.behind : 0)
        )
    }

    /// Counts an attempt; returns false if the person's limit is exceeded, so that it must fail.
    ///
    /// Checks the limits again, since other attempts may have been counted since
    /// ``guest(isSignedIn:in:)``.
    ///
    /// - Throws: ``SigningInRefusal/lockedOut(until:)`` or
    ///   ``RequestRefusal/tooManyRequests(seconds:)``.
    func count(_ guest: PasswordHashQueue.Guest, in tx: Transaction) throws -> Bool {
        let until = now + Self.window
        let pair = try tx.countAttempt(pairKey, until: until, now: now)
        let typed =
            typedKey == pairKey
            ? pair : try tx.countAttempt(typedKey, until: until, now: now)
        let origin = try tx.countAttempt(originKey, until: until, now: now)
        _ = try tx.countAttempt(whoKey, until: until, now: now)
        if typed.failures > Self.pairMost { throw SigningInRefusal.lockedOut(until: typed.until) }
        if origin.failures > Self.originMost, guest.line == .strangers {
            let left = now.duration(to: origin.until).components.seconds
            throw RequestRefusal.tooManyRequests(seconds: max(left, 1))
        }
        return pair.failures <= Self.pairMost
    }

    /// Takes back one failure from each counter.
    func takeBack(in tx: Transaction) throws {
        // Always in this order, so that two transactions cannot deadlock on these rows.
        for key in keys {
            try tx.run(
                "UPDATE attempt SET failures = failures - 1 WHERE subject = $1 AND failures > 0",
                key
            )
        }
    }

    /// Takes back an attempt that succeeded, and makes the person known at this address.
    func forgive(in tx: Transaction) throws {
        try takeBack(in: tx)
        try tx.run("UPDATE attempt SET failures = 0 WHERE subject = $1", typedKey)
        try know(in: tx)
    }

    /// Makes the person known at this address and clears their failures there.
    func know(in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO attempt (subject, failures, until, known_until) VALUES ($1, 0, $2, $3)
            ON CONFLICT (subject) DO UPDATE SET
                failures = 0, known_until = excluded.known_until
            """,
            pairKey,
            now,
            now + Self.known
        )
    }

    private var keys: [[UInt8]] {
        [pairKey] + (typedKey == pairKey ? [] : [typedKey]) + [originKey, whoKey]
    }

    private static func key(_ parts: [String]) -> [UInt8] {
        Array(SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8)).prefix(16))
    }
}

private struct Tally {
    let failures: Int64
    let until: Instant
    let isKnown: Bool
}

extension Transaction {
    fileprivate func attempt(_ key: [UInt8], now: Instant) throws -> Tally {
        try first("SELECT failures, until, known_until FROM attempt WHERE subject = $1", key) {
            let until = $0.instant(1)
            return Tally(
                failures: until > now ? $0.integer(0) : 0,
                until: until,
                isKnown: $0.integerIfAny(2).map { $0 > now.microseconds } ?? false
            )
        } ?? Tally(failures: 0, until: now, isKnown: false)
    }

    /// Counts an attempt; returns the count including it, and when the counter expires.
    func countAttempt(
        _ key: [UInt8],
        until: Instant,
        now: Instant
    ) throws -> (failures: Int64, until: Instant) {
        try first(
            """
            INSERT INTO attempt (subject, failures, until) VALUES ($1, 1, $2)
            ON CONFLICT (subject) DO UPDATE SET
                failures = CASE WHEN attempt.until <= $3 THEN 1 ELSE attempt.failures + 1 END,
                until = CASE WHEN attempt.until <= $3 THEN excluded.until ELSE attempt.until END
            RETURNING failures, until
            """,
            key,
            until,
            now
        ) { ($0.integer(0), $0.instant(1)) } ?? (1, until)
    }
}
