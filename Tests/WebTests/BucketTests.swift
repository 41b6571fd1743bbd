import Ledger
import Support
import Testing
import Timebank

@testable import Web

/// What one sender may do at one server, and at several that tell each other.
@Suite struct BucketTests {
    private static let allowance = Allowance(atOnce: 100, aSecond: 10)

    private static func moment(_ seconds: Double) -> Instant {
        TestClock.start + .microseconds(Int64(seconds * 1_000_000))
    }

    @Test func `so many at once, and then so many a second`() {
        var bucket = Bucket(Self.allowance, at: Self.moment(0))
        #expect((0..<150).count { _ in bucket.take(Self.moment(0)) == nil } == 100)
        #expect(bucket.take(Self.moment(0)) == 1)
        #expect((0..<50).count { _ in bucket.take(Self.moment(2)) == nil } == 20)
        #expect((0..<150).count { _ in bucket.take(Self.moment(60)) == nil } == 100)
    }

    @Test func `a clock that goes back brings nothing and takes nothing`() {
        var bucket = Bucket(Self.allowance, at: Self.moment(3_600))
        #expect((0..<150).count { _ in bucket.take(Self.moment(0)) == nil } == 100)
        #expect((0..<50).count { _ in bucket.take(Self.moment(1)) == nil } == 10)
    }

    @Test func `what was taken elsewhere is missing here, by one bucketful at most`() {
        var bucket = Bucket(Self.allowance, at: Self.moment(0))
        bucket.lose(70)
        #expect((0..<150).count { _ in bucket.take(Self.moment(0)) == nil } == 30)
        bucket.lose(1_000_000)
        #expect(bucket.tokens == -100)
        #expect(bucket.take(Self.moment(0)) == 11)
        #expect(bucket.take(Self.moment(10.5)) == nil)
    }

    @Test(arguments: [(50, 0.0, 50.0), (50, 2, 30), (50, 60, 0), (50, -3_600, 50)])
    func `of what was missing elsewhere when it was told, what came back since does not count`(
        missing: Int64,
        seconds: Double,
        rest: Double
    ) {
        let bucket = Bucket(Self.allowance, at: Self.moment(0))
        #expect(bucket.rest(of: missing, since: Self.moment(0), Self.moment(seconds)) == rest)
    }

    @Test func `nothing is told of those who use little, nor where nobody shares`() {
        for (isShared, count) in [(true, 9), (false, 100)] {
            let buckets = TokenBuckets(isShared: isShared)
            for _ in 0..<count { Self.ask(buckets, "a", at: 0) }
            // A tenth of what may be done a second goes on for ever.
            for second in 1...100 { Self.ask(buckets, "a", at: Double(second)) }
            let telling = buckets.tell(now: Self.moment(100))
            #expect(telling.news.isEmpty && telling.quiet.isEmpty && !telling.isWatching)
        }
    }

    @Test func `what is told is all that was taken since the sender was quiet, once`() {
        let buckets = TokenBuckets(isShared: true)
        let sender = UsageBoard.Sender("write", "a")
        for _ in 0..<40 { Self.ask(buckets, "a", at: 0) }
        let first = buckets.tell(now: Self.moment(0))
        #expect(first.news == [UsageBoard.Usage(sender, taken: 40, missing: 40)])
        let again = buckets.tell(now: Self.moment(0))
        #expect(again.news.isEmpty && again.isWatching)
        for _ in 0..<5 { Self.ask(buckets, "a", at: 1) }
        let more = buckets.tell(now: Self.moment(1))
        #expect(more.news == [UsageBoard.Usage(sender, taken: 45, missing: 35)])
        let end = buckets.tell(now: Self.moment(12))
        #expect(end.news.isEmpty && end.quiet == [sender])
        #expect(!buckets.tell(now: Self.moment(12)).isWatching)
        for _ in 0..<20 { Self.ask(buckets, "a", at: 12) }
        #expect(buckets.tell(now: Self.moment(12)).news.map(\.taken) == [20])
    }

    @Test func `who was busy elsewhere for long and leaves enough is not told to wait here`() {
        let (one, other) = (TokenBuckets(isShared: true), TokenBuckets(isShared: true))
        for number in 0..<5_000 { Self.ask(one, "a", at: Double(number) / 5) }
        let entry = UsageBoard.Entry(
            server: 1,
            one.tell(now: Self.moment(1_000)).news[0],
            at: Self.moment(1_000)
        )
        #expect(entry.usage.taken > 4_000)
        for _ in 0..<20 { Self.ask(other, "a", at: 1_000) }
        #expect(other.tell(now: Self.moment(1_000)).isWatching)
        other.learn([entry], now: Self.moment(1_000))
        #expect((0..<150).count { _ in Self.ask(other, "a", at: 1_000) == nil } >= 79)
    }

    @Test func `no more than a thousand are told of, however many ask much`() {
        let buckets = TokenBuckets(isShared: true)
        for number in 0..<1_200 {
            for _ in 0..<20 { Self.ask(buckets, "\(number)", at: 0) }
        }
        #expect(buckets.tell(now: Self.moment(0)).news.count == 1_000)
    }

    @Test(arguments: [(2, 200.0), (2, 30), (3, 1_000), (5, 200), (5, 45), (5, 15)])
    func `several servers let through together about what one does`(
        servers: Int,
        aSecond: Double
    ) {
        let alone = Self.through(servers: 1, aSecond: aSecond, for: 60)
        let together = Self.through(servers: servers, aSecond: aSecond, for: 60)
        // Before anybody is told a tenth goes through at each, and all they ask in a second.
        let early = Double(servers - 1) * Self.allowance.atOnce * 0.1
        let unheard = min(aSecond, Double(servers - 1) * Self.allowance.atOnce)
        #expect(Double(together) <= Double(alone) + early + unheard)
        #expect(Double(together) >= Double(alone) * 0.8)
    }

    @discardableResult
    private static func ask(_ buckets: TokenBuckets, _ name: String, at seconds: Double) -> Int64? {
        buckets.take(
            TokenBuckets.Key(kind: "write", sender: name),
            allowance,
            now: moment(seconds),
            as: UsageBoard.Sender("write", name)
        )
    }

    /// How much one sender gets who asks servers in turn, while these tell each other each second.
    private static func through(servers: Int, aSecond: Double, for seconds: Int) -> Int {
        let all = (0..<servers).map { _ in TokenBuckets(isShared: true) }
        var board: [Int: UsageBoard.Entry] = [:]
        var count = 0
        for number in 0..<Int(Double(seconds) * aSecond) {
            let at = Double(number) / aSecond
            if ask(all[number % servers], "a", at: at) == nil { count += 1 }
            guard Int(at) != Int(Double(number + 1) / aSecond) else { continue }
            for (server, buckets) in all.enumerated() {
                let telling = buckets.tell(now: moment(at))
                for usage in telling.news {
                    board[server] = UsageBoard.Entry(
                        server: Int64(server),
                        usage,
                        at: moment(at)
                    )
                }
                if !telling.quiet.isEmpty { board[server] = nil }
                buckets.learn(board.filter { $0.key != server }.map(\.value), now: moment(at))
            }
        }
        return count
    }
}
