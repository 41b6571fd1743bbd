internal import Crypto
internal import Ledger
internal import Store

/// Counts tries to sign in, so that guessing is slow and nobody can be locked out from afar.
///
/// - A login from one place: after 10 failures nobody signs in to it from there until a quarter of
///   an hour after the first. From everywhere else it goes on as if nothing had happened.
/// - A place: after 100 failures, whoever has not signed in from there lately waits.
/// - A login from everywhere: after 20 failures, tries from places where it is not known are
///   hashed last. They are never refused for it, so a stranger can slow somebody but not lock them
///   out, and cannot even slow them at home.
///
/// A try is counted before it is hashed and forgiven when it was right, so a hundred at once count
/// like a hundred one after another.
struct Attempts {
    let login: String
    let address: ClientAddress
    let now: Instant

    static let pairMost: Int64 = 10
    static let placeMost: Int64 = 100
    static let loginMost: Int64 = 20
    static let window: Duration = .seconds(15 * 60)
    /// For how long a login is known at a place after a sign-in from there.
    static let known: Duration = .seconds(30 * 86_400)

    /// Counts a try and says in which line it is hashed.
    ///
    /// - Throws: ``Refusal/lockedOut(until:)`` or ``Refusal/tooManyRequests(seconds:)``.
    func count(in tx: Transaction) throws -> PasswordHall.Line {
        let pair = try tx.attempt(pairKey, now: now)
        if pair.failures >= Self.pairMost { throw Refusal.lockedOut(until: pair.until) }
        let place = try tx.attempt(placeKey, now: now)
        if place.failures >= Self.placeMost, !pair.isKnown {
            let left = now.duration(to: place.until).components.seconds
            throw Refusal.tooManyRequests(seconds: max(left, 1))
        }
        // Others may have been counted at this moment: what the rows say now is what counts.
        let counts = try [pairKey, placeKey, loginKey].map {
            try tx.countAttempt($0, until: now + Self.window, now: now)
        }
        if counts[0] > Self.pairMost { throw Refusal.lockedOut(until: now + Self.window) }
        if counts[1] > Self.placeMost, !pair.isKnown {
            throw Refusal.tooManyRequests(seconds: Self.window.components.seconds)
        }
        let isPressed = counts[2] > Self.loginMost && !pair.isKnown
        return isPressed ? .later : .usual
    }

    /// Takes back what a try counted.
    func takeBack(in tx: Transaction) throws {
        for key in [pairKey, placeKey, loginKey] {
            try tx.run(
                "UPDATE attempt SET failures = failures - 1 WHERE subject = $1 AND failures > 0",
                key
            )
        }
    }

    /// Takes back what a try counted that turned out right, and knows the login at this place.
    func forgive(in tx: Transaction) throws {
        try takeBack(in: tx)
        try tx.run(
            "UPDATE attempt SET failures = 0, known_until = $2 WHERE subject = $1",
            pairKey,
            now + Self.known
        )
    }

    // Digests, so that the store does not list who tried to sign in, and from where.
    private var pairKey: [UInt8] { Self.key("pair", login, address.description) }
    private var placeKey: [UInt8] { Self.key("place", address.description) }
    private var loginKey: [UInt8] { Self.key("login", login) }

    private static func key(_ parts: String...) -> [UInt8] {
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

    /// Counts a try, and returns how many there are with it.
    fileprivate func countAttempt(
        _ key: [UInt8],
        until: Instant,
        now: Instant
    ) throws -> Int64 {
        try first(
            """
            INSERT INTO attempt (subject, failures, until) VALUES ($1, 1, $2)
            ON CONFLICT (subject) DO UPDATE SET
                failures = CASE WHEN attempt.until <= $3 THEN 1 ELSE attempt.failures + 1 END,
                until = CASE WHEN attempt.until <= $3 THEN excluded.until ELSE attempt.until END
            RETURNING failures
            """,
            key,
            until,
            now
        ) { $0.integer(0) } ?? 1
    }

    /// Forgets tries, tokens and codes that no longer count.
    func forgetExpiredSignIns(now: Instant) throws {
        try run(
            """
            DELETE FROM attempt
            WHERE until <= $1 AND (known_until IS NULL OR known_until <= $1)
            """,
            now
        )
        try run("DELETE FROM token WHERE expires_at <= $1", now)
        try run("DELETE FROM code WHERE expires_at <= $1", now)
    }
}
