internal import Crypto
internal import Ledger
internal import Store

/// Counts tries to sign in, so that guessing is slow and nobody can be locked out from afar.
///
/// - A person from one origin, by whichever of their logins: after 10 failures nobody signs in as
///   them from there until a quarter of an hour after the first. From everywhere else it goes on as
///   if nothing had happened.
/// - A origin: after 100 failures, whoever has not signed in from there lately waits.
/// - A person from everywhere: after 20 failures, tries from origins where they are not known are
///   hashed last. They are never refused for it, so a stranger can slow somebody but not lock them
///   out, and cannot even slow them at home.
///
/// A login that names nobody is counted by its text in the place of a person. What was typed is
/// counted too, and only that count is told: were the person's told, ten tries of one login and one
/// of another would say that both name the same person, and so that there is one. Who is out of
/// tries for the person alone is answered like a wrong password, after the same work.
///
/// A try is counted before it is hashed and forgiven when it was right, so a hundred at once count
/// like a hundred one after another.
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
    /// For how long a person is known at a origin after a sign-in from there.
    static let known: Duration = .seconds(30 * 86_400)
    /// How far behind others somebody is put whose login is guessed at from everywhere.
    private static let behind: Int64 = 1_000

    /// Tries of a login that names a person, or nobody.
    ///
    /// - `typed`: What was typed; whoever is signed in types no login, and is told of the person.
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

    /// In which line somebody waits, and before whom; nothing is counted yet.
    ///
    /// Whoever is signed in is no stranger wherever they are.
    /// - Throws: ``SigningInRefusal/lockedOut(until:)`` or
    ///   ``RequestRefusal/tooManyRequests(seconds:)``.
    func guest(isSignedIn: Bool, in tx: Transaction) throws -> PasswordHall.Guest {
        let typed = try tx.attempt(typedKey, now: now)
        if typed.failures >= Self.pairMost { throw SigningInRefusal.lockedOut(until: typed.until) }
        let pair = try tx.attempt(pairKey, now: now)
        if pair.isKnown || isSignedIn {
            return PasswordHall.Guest(line: .known, address: address, tries: pair.failures)
        }
        let origin = try tx.attempt(originKey, now: now)
        if origin.failures >= Self.originMost {
            let left = now.duration(to: origin.until).components.seconds
            throw RequestRefusal.tooManyRequests(seconds: max(left, 1))
        }
        let isPressed = try tx.attempt(whoKey, now: now).failures >= Self.whoMost
        return PasswordHall.Guest(
            line: .strangers,
            address: address,
            tries: origin.failures + (isPressed ? Self.behind : 0)
        )
    }

    /// Counts a try; false where it may not be right because of others for the same person.
    ///
    /// Others may have been counted since ``guest(in:)``: what the rows say now is what counts.
    /// - Throws: ``SigningInRefusal/lockedOut(until:)`` or
    ///   ``RequestRefusal/tooManyRequests(seconds:)``.
    func count(_ guest: PasswordHall.Guest, in tx: Transaction) throws -> Bool {
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

    /// Takes back what a try counted.
    func takeBack(in tx: Transaction) throws {
        // Always in this order, so that two never wait crosswise for these rows.
        for key in keys {
            try tx.run(
                "UPDATE attempt SET failures = failures - 1 WHERE subject = $1 AND failures > 0",
                key
            )
        }
    }

    /// Takes back what a try counted that turned out right, and knows the person at this origin.
    func forgive(in tx: Transaction) throws {
        try takeBack(in: tx)
        try tx.run("UPDATE attempt SET failures = 0 WHERE subject = $1", typedKey)
        try know(in: tx)
    }

    /// Knows the person at this origin, with no failures there.
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

    /// Counts a try, and returns how many there are with it, and until when they count.
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
