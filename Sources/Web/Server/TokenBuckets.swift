internal import Ledger
internal import Synchronization

/// What a kind of request may do: so many at once, and so many a second from then on.
struct Allowance: Hashable, Sendable {
    let atOnce: Double
    let aSecond: Double
}

/// Counts requests by whoever sends them: each takes a token from a bucket that fills steadily.
final class TokenBuckets: Sendable {
    /// Whose bucket: what a kind of request is called, and who sends it.
    struct Key: Hashable, Sendable {
        let kind: String
        let sender: String
    }

    private struct Bucket {
        var tokens: Double
        var at: Instant
    }

    private let buckets = Mutex([Key: Bucket]())
    /// More senders than this are not told apart: those who have been quiet are forgotten first.
    private static let most = 50_000

    /// Takes a token; returns how many seconds to wait where there is none.
    func take(_ key: Key, _ allowance: Allowance, now: Instant) -> Int64? {
        buckets.withLock { buckets in
            if buckets.count >= Self.most { Self.tidy(&buckets, now: now) }
            var bucket = buckets[key] ?? Bucket(tokens: allowance.atOnce, at: now)
            let passed = Double(max(0, now.microseconds - bucket.at.microseconds)) / 1_000_000
            bucket.tokens = min(allowance.atOnce, bucket.tokens + passed * allowance.aSecond)
            bucket.at = now
            let wait: Int64? =
                bucket.tokens >= 1
                ? nil : Int64(((1 - bucket.tokens) / allowance.aSecond).rounded(.up))
            if wait == nil { bucket.tokens -= 1 }
            buckets[key] = bucket
            return wait
        }
    }

    private static func tidy(_ buckets: inout [Key: Bucket], now: Instant) {
        buckets = buckets.filter { now.microseconds - $0.value.at.microseconds < 60_000_000 }
        if buckets.count >= most { buckets.removeAll(keepingCapacity: true) }
    }
}
