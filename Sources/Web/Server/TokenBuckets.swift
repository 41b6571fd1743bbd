internal import Ledger
internal import Synchronization
internal import Timebank

/// Limits the rate of requests with one token bucket for each sender and kind of request.
///
/// Where several servers share limits, senders that use much are watched. A background task
/// (``RateSharing``) regularly reports to the other servers how many tokens a watched sender took
/// here, and subtracts what the sender took there. Requests never wait for this exchange.
final class TokenBuckets: Sendable {
    /// Identifies a bucket: the kind of request and the sender.
    struct Key: Hashable, Sendable {
        let kind: String
        let sender: String
    }

    /// What has been exchanged about a sender with other servers.
    private struct Watch {
        let sender: UsageBoard.Sender
        /// The last count reported to the other servers; nil before the first report.
        var told: Int64?
        /// The last count read from each server, by server; nil before the first read.
        var seen: [Int64: Int64]?
    }

    private struct State {
        var buckets: [Key: Bucket] = [:]
        var watched: [Key: Watch] = [:]
    }

    private let state = Mutex(State())
    private let isShared: Bool
    /// The number of buckets at which old ones are removed.
    ///
    /// Buckets unused for a minute are removed; if there are still too many, all are removed.
    private static let most = 50_000
    /// The maximum number of watched senders; further ones are limited by each server alone.
    private static let watchedMost = 1_000

    /// Empty buckets, of one server or of a server that shares limits with others.
    init(isShared: Bool = false) { self.isShared = isShared }

    /// Takes a token; returns nil, or if there is none the number of seconds to wait.
    ///
    /// `sender` identifies the sender to the other servers. It is evaluated only when the sender
    /// begins to be watched, because it computes a digest.
    func take(
        _ key: Key,
        _ allowance: Allowance,
        now: Instant,
        as sender: @autoclosure () -> UsageBoard.Sender
    ) -> Int64? {
        state.withLock { state in
            if state.buckets.count >= Self.most { Self.tidy(&state.buckets, now: now) }
            var bucket = state.buckets[key] ?? Bucket(allowance, at: now)
            let wait = bucket.take(now)
            if isShared, bucket.isMuchUsed, bucket.counted == nil,
                state.watched.count < Self.watchedMost
            {
                bucket.count()
                state.watched[key] = Watch(sender: sender())
            }
            state.buckets[key] = bucket
            return wait
        }
    }

    private static func tidy(_ buckets: inout [Key: Bucket], now: Instant) {
        buckets = buckets.filter { now.microseconds - $0.value.at.microseconds < 60_000_000 }
        if buckets.count >= most { buckets.removeAll(keepingCapacity: true) }
    }

    /// A report to the other servers.
    struct NoticesJourney: Sendable {
        /// Watched senders whose count changed.
        var news: [UsageBoard.Usage] = []
        /// Senders that were reported and are no longer watched.
        var quiet: [UsageBoard.Sender] = []
        /// Whether any sender is watched, so that the reports of other servers are needed.
        var isWatching = false
    }

    /// Creates a report, and records its content as reported.
    func tell(now: Instant) -> NoticesJourney {
        state.withLock { state in
            var telling = NoticesJourney()
            for (key, watch) in state.watched {
                guard let counted = Self.look(&state.buckets[key], now) else {
                    if watch.told != nil { telling.quiet.append(watch.sender) }
                    state.watched[key] = nil
                    continue
                }
                telling.isWatching = true
                guard counted.taken != watch.told else { continue }
                state.watched[key]?.told = counted.taken
                telling.news.append(
                    UsageBoard.Usage(watch.sender, taken: counted.taken, missing: counted.missing)
                )
            }
            return telling
        }
    }

    /// The count of a bucket; nil if the bucket is full again, which ends its counting.
    private static func look(
        _ bucket: inout Bucket?,
        _ now: Instant
    ) -> (taken: Int64, missing: Int64)? {
        bucket?.refill(now)
        if bucket?.isFull == true { bucket?.endCount() }
        guard let bucket, let taken = bucket.counted else { return nil }
        return (taken, bucket.missing)
    }

    /// Subtracts what the other servers let through since the last call.
    func learn(_ entries: [UsageBoard.Entry], now: Instant) {
        let said = Dictionary(grouping: entries, by: \.usage.sender)
        state.withLock { state in
            for (key, watch) in state.watched {
                let entries = said[watch.sender] ?? []
                if var bucket = state.buckets[key] {
                    bucket.refill(now)
                    bucket.lose(Self.more(in: entries, than: watch.seen, bucket, now))
                    state.buckets[key] = bucket
                }
                state.watched[key]?.seen = entries.reduce(into: [:]) {
                    $0[$1.server] = $1.usage.taken
                }
            }
        }
    }

    /// The number of tokens taken at other servers that is not subtracted here yet.
    private static func more(
        in entries: [UsageBoard.Entry],
        than seen: [Int64: Int64]?,
        _ bucket: Bucket,
        _ now: Instant
    ) -> Double {
        guard let seen else {
            // At the first read the bucket becomes as empty as the emptiest one of the other
            // servers.
            return entries.reduce(0) {
                max($0, bucket.rest(of: $1.usage.missing, since: $1.at, now))
            }
        }
        return entries.reduce(0) { sum, entry in
            let (taken, before) = (entry.usage.taken, seen[entry.server] ?? 0)
            // A count lower than before means that the server began a new count.
            return sum + Double(taken >= before ? taken - before : taken)
        }
    }
}
