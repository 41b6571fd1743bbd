internal import Ledger
internal import Synchronization
internal import Timebank

/// Counts requests by whoever sends them: each takes a token from a bucket that fills steadily.
///
/// Where several servers count together, those who use much are watched: what they took here is
/// told to the others from time to time, and what they took there is taken off here. Nothing of it
/// happens while a request waits.
final class TokenBuckets: Sendable {
    /// Whose bucket: what a kind of request is called, and who sends it.
    struct Key: Hashable, Sendable {
        let kind: String
        let sender: String
    }

    /// What is known of a sender whom the other servers are told of.
    private struct Watch {
        let sender: UsageBoard.Sender
        /// How much they were told; nil before the first time.
        var told: Int64?
        /// How much each of them had told when we looked last; nil before the first time.
        var seen: [Int64: Int64]?
    }

    private struct State {
        var buckets: [Key: Bucket] = [:]
        var watched: [Key: Watch] = [:]
    }

    private let state = Mutex(State())
    private let isShared: Bool
    /// More senders than this are not told apart: those who have been quiet are forgotten first.
    private static let most = 50_000
    /// More than this are not told of.
    private static let watchedMost = 1_000

    /// Buckets of one server, or of one that counts together with others.
    init(isShared: Bool = false) { self.isShared = isShared }

    /// Takes a token; returns how many seconds to wait where there is none.
    ///
    /// `sender` is what the other servers know them by, and asked only of those who use much.
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

    /// What there is to say to the other servers.
    struct Telling: Sendable {
        /// Those of whom there is news.
        var news: [UsageBoard.Usage] = []
        /// Those who were told of and are quiet again.
        var quiet: [UsageBoard.Sender] = []
        /// Whether there is anybody of whom the others might know more.
        var isWatching = false
    }

    /// What there is to say; it counts as said.
    func tell(now: Instant) -> Telling {
        state.withLock { state in
            var telling = Telling()
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

    /// What is counted in a bucket; nil where that is over.
    private static func look(
        _ bucket: inout Bucket?,
        _ now: Instant
    ) -> (taken: Int64, missing: Int64)? {
        bucket?.refill(now)
        if bucket?.isFull == true { bucket?.endCount() }
        guard let bucket, let taken = bucket.counted else { return nil }
        return (taken, bucket.missing)
    }

    /// Takes off what the other servers let through.
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

    /// How much of what other servers tell we did not know.
    private static func more(
        in entries: [UsageBoard.Entry],
        than seen: [Int64: Int64]?,
        _ bucket: Bucket,
        _ now: Instant
    ) -> Double {
        guard let seen else {
            // Whoever was much used elsewhere before is as empty here as it is there.
            return entries.reduce(0) {
                max($0, bucket.rest(of: $1.usage.missing, since: $1.at, now))
            }
        }
        return entries.reduce(0) { sum, entry in
            let (taken, before) = (entry.usage.taken, seen[entry.server] ?? 0)
            // Less than before is a new count.
            return sum + Double(taken >= before ? taken - before : taken)
        }
    }
}
