internal import Store
internal import Support
internal import Testing

@testable internal import PostgresStore

/// Who works on which connection, without any.
@Suite struct PoolTests {
    @Test func `an errand opens a connection and is run on it`() {
        var desk = PoolDesk(lanes: 2)
        #expect(desk.take(.came(1)) == ["open 0"])
        #expect(desk.take(.opened(0)) == ["run 1 on 0"])
        #expect(desk.take(.freed(0)) == [])
        #expect(desk.take(.came(2)) == ["run 2 on 0"])
    }

    @Test func `there are never more connections than lanes, and never more opened than wait`() {
        var desk = PoolDesk(lanes: 2)
        #expect(desk.take(.came(1)) == ["open 0"])
        #expect(desk.take(.came(2)) == ["open 1"])
        #expect(desk.take(.came(3)) == [])
        #expect(desk.take(.opened(0)) == ["run 1 on 0"])
        #expect(desk.take(.opened(1)) == ["run 2 on 1"])
        #expect(desk.take(.freed(1)) == ["run 3 on 1"])
    }

    @Test func `what is more than may wait is refused`() {
        var desk = PoolDesk(lanes: 1, waiting: 2)
        _ = desk.take(.came(1))
        #expect(desk.take(.came(2)) == [])
        #expect(desk.take(.came(3)) == ["refuse 3: busy"])
    }

    @Test func `while nobody answers one tries, and rests longer and longer`() {
        var desk = PoolDesk(lanes: 4)
        #expect(desk.take(.came(1)) == ["open 0"])
        #expect(desk.take(.couldNotOpen(0, .unavailable("down"), jitter: 0)) == ["rest 0: 100"])
        #expect(desk.take(.came(2)) == [])
        #expect(desk.take(.rested(0)) == ["open 0"])
        #expect(desk.take(.came(3)) == [])
        #expect(desk.take(.couldNotOpen(0, .unavailable("down"), jitter: 1)) == ["rest 0: 100"])
        var rests: [[String]] = []
        for number in Int64(4)...10 {
            _ = desk.take(.rested(0))
            _ = desk.take(.came(number))
            rests.append(desk.take(.couldNotOpen(0, .unavailable("down"), jitter: 0)))
        }
        let lengths = rests.map { $0.first { $0.hasPrefix("rest") } }
        #expect(lengths.prefix(3) == ["rest 0: 400", "rest 0: 800", "rest 0: 1600"])
        #expect(lengths.dropFirst(3).allSatisfy { $0 == "rest 0: 2000" })
        // When it is back, as many are opened as there is work for.
        _ = desk.take(.rested(0))
        #expect(desk.take(.opened(0)).contains("open 1"))
    }

    @Test func `who waits for a database that is gone is told after three tries`() {
        var desk = PoolDesk(lanes: 2)
        _ = desk.take(.came(1))
        for _ in 0..<2 {
            let said = desk.take(.couldNotOpen(0, .unavailable("down"), jitter: 0))
            #expect(!said.contains { $0.hasPrefix("refuse") })
            _ = desk.take(.rested(0))
        }
        _ = desk.take(.came(2))
        #expect(
            desk.take(.couldNotOpen(0, .unavailable("down"), jitter: 0)) == [
                "rest 0: 400", "refuse 1: unavailable",
            ]
        )
    }

    @Test func `as long as one connection works, nobody is told that none can be opened`() {
        var desk = PoolDesk(lanes: 2)
        _ = desk.take(.came(1))
        _ = desk.take(.opened(0))
        #expect(desk.take(.came(2)) == ["open 1"])
        for _ in 0..<9 {
            _ = desk.take(.couldNotOpen(1, .unavailable("too many"), jitter: 0))
            _ = desk.take(.rested(1))
        }
        #expect(desk.take(.freed(0)) == ["run 2 on 0"])
    }

    @Test func `an errand that met a lost connection is run first on another`() {
        var desk = PoolDesk(lanes: 1)
        _ = desk.take(.came(1))
        _ = desk.take(.opened(0))
        _ = desk.take(.freed(0))
        _ = desk.take(.came(2))
        _ = desk.take(.came(3))
        #expect(desk.lose(0) == ["open 0"])
        #expect(desk.take(.opened(0)) == ["run 2 on 0"])
    }

    @Test func `an errand under which three connections were lost is not run again`() {
        var desk = PoolDesk(lanes: 1)
        _ = desk.take(.came(1))
        _ = desk.take(.opened(0))
        #expect(desk.lose(0) == ["rest 0: 100"])
        _ = desk.take(.rested(0))
        _ = desk.take(.opened(0))
        #expect(desk.lose(0) == ["rest 0: 200"])
        _ = desk.take(.rested(0))
        _ = desk.take(.opened(0))
        #expect(desk.lose(0) == ["rest 0: 400", "refuse 1: unavailable"])
    }

    @Test func `what one connection met the idle ones are not asked to meet`() {
        var desk = PoolDesk(lanes: 3)
        for number in Int64(1)...3 { _ = desk.take(.came(number)) }
        for lane in 0..<3 { _ = desk.take(.opened(lane)) }
        for lane in 0..<3 { _ = desk.take(.freed(lane)) }
        _ = desk.take(.came(4))
        #expect(desk.lose(0) == ["drop 1", "drop 2", "open 0"])
    }

    @Test func `at the end what is queued is done, and then all connections are let go`() {
        var desk = PoolDesk(lanes: 1)
        _ = desk.take(.came(1))
        _ = desk.take(.came(2))
        _ = desk.take(.opened(0))
        #expect(desk.take(.closing) == [])
        #expect(desk.take(.came(3)) == ["refuse 3: closed"])
        #expect(desk.take(.freed(0)) == ["run 2 on 0"])
        #expect(desk.take(.freed(0)) == ["drop 0", "finished"])
        #expect(desk.take(.closing) == [])
    }

    @Test func `at the end nobody waits for a database that is gone`() {
        var desk = PoolDesk(lanes: 2)
        _ = desk.take(.came(1))
        _ = desk.take(.couldNotOpen(0, .unavailable("down"), jitter: 0))
        #expect(desk.take(.closing) == ["refuse 1: closed"])
        #expect(desk.take(.rested(0)) == ["finished"])
    }

    @Test(arguments: Seeds.some)
    func `whatever happens, each errand is answered once`(seed: UInt64) {
        var world = PoolWorld(seed: seed)
        world.run(steps: 4_000)
        world.end()
        #expect(world.faults == [], "seed \(seed)")
        #expect(world.answers.values.allSatisfy { $0 == 1 }, "seed \(seed)")
        #expect(world.answers.count == world.came, "seed \(seed)")
        #expect(world.isFinished, "seed \(seed)")
    }
}

/// A pool whose actions are told in words.
struct PoolDesk {
    private var pool: PoolState<Int64>
    private var running: [Int: PoolState<Int64>.Ticket] = [:]

    init(lanes: Int, waiting: Int = 100) { pool = PoolState(lanes: lanes, waiting: waiting) }

    mutating func take(_ event: PoolState<Int64>.Event) -> [String] {
        pool.take(event).map { action in
            switch action {
            case .run(let lane, let ticket):
                running[lane] = ticket
                return "run \(ticket.errand) on \(lane)"
            case .open(let lane): return "open \(lane)"
            case .rest(let lane, let milliseconds): return "rest \(lane): \(milliseconds)"
            case .drop(let lane): return "drop \(lane)"
            case .refuse(let errand, let why): return "refuse \(errand): \(Self.word(why))"
            case .finished: return "finished"
            }
        }
    }

    /// The connection of a lane at work is gone.
    mutating func lose(_ lane: Int) -> [String] {
        take(.lost(lane, again: running[lane], jitter: 0))
    }

    private static func word(_ error: StoreError) -> String {
        switch error {
        case .busy: "busy"
        case .closed: "closed"
        case .unavailable: "unavailable"
        default: "\(error)"
        }
    }
}
