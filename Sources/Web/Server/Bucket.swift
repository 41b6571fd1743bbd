internal import Ledger

/// The limits of a token bucket: its capacity and its refill rate in tokens per second.
struct Allowance: Hashable, Sendable {
    let atOnce: Double
    let aSecond: Double
}

/// The token bucket of one sender, which refills at a constant rate; a request takes one token.
///
/// Where several servers share limits, senders that use little are not reported to the other
/// servers. A second, smaller budget decides that: a tenth of the capacity and of the refill rate.
/// Even if a sender keeps within it at each of ten servers, it gets no more in total than one
/// server would allow.
struct Bucket: Hashable, Sendable {
    private let allowance: Allowance
    private(set) var tokens: Double
    /// When the bucket was last refilled.
    private(set) var at: Instant
    /// The remaining tokens of the smaller budget.
    private var little: Double
    /// How many tokens were taken here since counting for other servers began; nil if not counting.
    private(set) var counted: Int64?

    /// The smaller budget as a share of the capacity and of the refill rate.
    private static let share = 0.1

    /// A full bucket.
    init(_ allowance: Allowance, at now: Instant) {
        self.allowance = allowance
        tokens = allowance.atOnce
        little = allowance.atOnce * Self.share
        at = now
    }

    /// Whether the smaller budget is used up, so that other servers should be told.
    var isMuchUsed: Bool { little < 1 }

    /// Whether the bucket and the smaller budget are full again.
    var isFull: Bool { tokens >= allowance.atOnce && little >= allowance.atOnce * Self.share }

    /// How many tokens the bucket is below its capacity, rounded.
    var missing: Int64 { Int64(max(0, allowance.atOnce - tokens).rounded()) }

    /// Starts counting for other servers, at the size of the smaller budget, which is used up.
    mutating func count() { counted = Int64((allowance.atOnce * Self.share).rounded()) }

    /// Stops counting for other servers.
    mutating func endCount() { counted = nil }

    /// Adds the tokens for the time since the last refill, up to the capacity.
    mutating func refill(_ now: Instant) {
        let back = allowance.aSecond * Self.seconds(from: at, to: now)
        tokens = min(allowance.atOnce, tokens + back)
        little = min(allowance.atOnce * Self.share, little + back * Self.share)
        at = now
    }

    /// Takes a token; returns nil, or if there is none the number of seconds to wait, at least 1.
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

    /// Subtracts the tokens that the sender took at other servers.
    ///
    /// The number of tokens may become negative. Otherwise a sender could use the full rate at each
    /// server between two exchanges. The lower bound is minus the capacity.
    mutating func lose(_ count: Double) { tokens = max(tokens - count, -allowance.atOnce) }

    /// How many of the tokens that were missing at another server at `then` are still missing.
    func rest(of missing: Int64, since then: Instant, _ now: Instant) -> Double {
        max(0, Double(missing) - allowance.aSecond * Self.seconds(from: then, to: now))
    }

    /// The seconds from one moment to another; 0 if the clock was set back.
    private static func seconds(from then: Instant, to now: Instant) -> Double {
        Double(max(0, now.microseconds - then.microseconds)) / 1_000_000
    }
}
