internal import Ledger

/// What a kind of request may do: so many at once, and so many a second from then on.
struct Allowance: Hashable, Sendable {
    let atOnce: Double
    let aSecond: Double
}

/// A sender's tokens: each request takes one, and they come back steadily.
///
/// A tenth of what it allows, at once and a second, is little: who keeps to that is no concern of
/// other servers, for even at ten of them they do not get more than one of them would allow.
struct Bucket: Hashable, Sendable {
    private let allowance: Allowance
    private(set) var tokens: Double
    private(set) var at: Instant
    /// What may still be taken before it is more than little.
    private var little: Double
    /// How many were taken here since they are counted for other servers; nil while they are not.
    private(set) var counted: Int64?

    private static let share = 0.1

    /// A full one.
    init(_ allowance: Allowance, at now: Instant) {
        self.allowance = allowance
        tokens = allowance.atOnce
        little = allowance.atOnce * Self.share
        at = now
    }

    /// Whether more than little was taken.
    var isMuchUsed: Bool { little < 1 }

    /// Whether all has come back.
    var isFull: Bool { tokens >= allowance.atOnce && little >= allowance.atOnce * Self.share }

    /// How many are missing from a full one.
    var missing: Int64 { Int64(max(0, allowance.atOnce - tokens).rounded()) }

    /// Begins to count for other servers, with the little that was taken.
    mutating func count() { counted = Int64((allowance.atOnce * Self.share).rounded()) }

    /// Ends it.
    mutating func endCount() { counted = nil }

    /// Lets come back what time has brought.
    mutating func refill(_ now: Instant) {
        let back = allowance.aSecond * Self.seconds(from: at, to: now)
        tokens = min(allowance.atOnce, tokens + back)
        little = min(allowance.atOnce * Self.share, little + back * Self.share)
        at = now
    }

    /// Takes a token; returns how many seconds to wait where there is none.
    mutating func take(_ now: Instant) -> Int64? {
        refill(now)
        guard tokens >= 1 else {
            return Int64(((1 - tokens) / allowance.aSecond).rounded(.up))
        }
        tokens -= 1
        little = max(0, little - 1)
        if let counted { self.counted = counted + 1 }
        return nil
    }

    /// Takes off what was taken elsewhere.
    ///
    /// It may go below nothing, or who asks at several servers would get as much at each of them
    /// between two tellings; but no further down than one bucketful.
    mutating func lose(_ count: Double) { tokens = max(tokens - count, -allowance.atOnce) }

    /// How many of those that were missing elsewhere at a moment are still missing.
    func rest(of missing: Int64, since then: Instant, _ now: Instant) -> Double {
        max(0, Double(missing) - allowance.aSecond * Self.seconds(from: then, to: now))
    }

    /// A clock that went back brings nothing and takes nothing.
    private static func seconds(from then: Instant, to now: Instant) -> Double {
        Double(max(0, now.microseconds - then.microseconds)) / 1_000_000
    }
}
