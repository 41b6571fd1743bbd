internal import Store
internal import Support

@testable internal import PostgresStore

/// A world in which databases come and go at random, and a pool that has to live in it.
struct PoolWorld {
    private var random: SeededGenerator
    private var pool: PoolState<Int>
    private let lanes: Int
    private var isUp = true
    /// What was begun on each lane and has not ended.
    private var begun: [Int: Begun] = [:]
    private var connected: Set<Int> = []
    /// How many openings have failed since one succeeded.
    private var failedInARow = 0

    private(set) var came = 0
    private(set) var answers: [Int: Int] = [:]
    private(set) var faults: [String] = []
    private(set) var isFinished = false

    private enum Begun {
        case opening, resting
        case running(PoolState<Int>.Ticket)
    }

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        lanes = Int.random(in: 1...6, using: &random)
        pool = PoolState(lanes: lanes, waiting: Int.random(in: 1...20, using: &random))
    }

    /// Lets so many things happen.
    mutating func run(steps: Int) {
        for _ in 0..<steps {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<2: isUp.toggle()
            case 2..<40: come()
            default: goOn()
            }
        }
    }

    /// Ends it: what is under way comes to an end, and nothing new.
    mutating func end() {
        take(.closing)
        come()
        for _ in 0..<10_000 where !begun.isEmpty { goOn() }
        if !begun.isEmpty { faults.append("it does not come to an end") }
    }

    private mutating func come() {
        came += 1
        take(.came(came))
    }

    /// Something that was begun ends, one way or the other.
    private mutating func goOn() {
        guard let lane = begun.keys.sorted().randomElement(using: &random),
            let what = begun.removeValue(forKey: lane)
        else { return }
        let jitter = Double.random(in: 0...1, using: &random)
        switch what {
        case .resting: take(.rested(lane))
        case .opening where isUp:
            failedInARow = 0
            connected.insert(lane)
            take(.opened(lane))
        case .opening:
            failedInARow += 1
            take(.couldNotOpen(lane, .unavailable("down"), jitter: jitter))
        case .running(let ticket): finish(ticket, on: lane, jitter)
        }
    }

    private mutating func finish(_ ticket: PoolState<Int>.Ticket, on lane: Int, _ jitter: Double) {
        let isLost = !isUp || Int.random(in: 0..<50, using: &random) == 0
        guard isLost else {
            answers[ticket.errand, default: 0] += 1
            return take(.freed(lane))
        }
        connected.remove(lane)
        // In doubt: it was answered, and must not be done again.
        let isInDoubt = Bool.random(using: &random)
        if isInDoubt { answers[ticket.errand, default: 0] += 1 }
        take(.lost(lane, again: isInDoubt ? nil : ticket, jitter: jitter))
    }

    private mutating func take(_ event: PoolState<Int>.Event) {
        for action in pool.take(event) {
            switch action {
            case .run(let lane, let ticket):
                if !connected.contains(lane) { faults.append("run without a connection") }
                begin(.running(ticket), on: lane)
            case .open(let lane):
                if connected.contains(lane) { faults.append("opened twice") }
                if failedInARow > 0, tries > 0 { faults.append("two try at once") }
                begin(.opening, on: lane)
            case .rest(let lane, let milliseconds):
                if !(50...2_000).contains(milliseconds) { faults.append("rests \(milliseconds)") }
                begin(.resting, on: lane)
            case .drop(let lane):
                if begun[lane] != nil { faults.append("dropped at work") }
                if connected.remove(lane) == nil { faults.append("dropped what is not there") }
            case .refuse(let errand, _): answers[errand, default: 0] += 1
            case .finished:
                if isFinished || !begun.isEmpty || !connected.isEmpty {
                    faults.append("finished too early, or twice")
                }
                isFinished = true
            }
        }
        if connected.count > lanes { faults.append("too many connections") }
    }

    /// How many lanes try to open a connection.
    private var tries: Int {
        begun.values.count { if case .opening = $0 { true } else { false } }
    }

    private mutating func begin(_ what: Begun, on lane: Int) {
        if begun[lane] != nil { faults.append("two things on one lane") }
        begun[lane] = what
    }
}
