internal import Store

/// Who works on which connection, decided without any: what happened goes in, what is to be done
/// comes out.
///
/// A lane is a connection or the place for one. While the database cannot be reached only one lane
/// tries, resting longer and longer in between; what waits is answered after a few tries, so that
/// nobody waits for a database that is gone, and a job that met a connection just lost goes to the
/// front of the queue, for nothing of it was done.
struct Pool<Errand: Sendable> {
    /// What happened.
    enum Event {
        /// Somebody wants something done.
        case came(Errand)
        /// A lane has its connection.
        case opened(Int)
        /// A lane has none; `jitter`, from 0 to 1, says how much of its rest is left out.
        case couldNotOpen(Int, StoreError, jitter: Double)
        /// A lane has rested.
        case rested(Int)
        /// A lane has done its errand.
        case freed(Int)
        /// A lane's connection is gone; its errand may have to be done again.
        case lost(Int, again: Ticket?, jitter: Double)
        /// Nothing more is to be taken in.
        case closing
    }

    /// What is to be done.
    enum Action {
        case run(Int, Ticket)
        case open(Int)
        case rest(Int, milliseconds: Int)
        /// Let the connection of a lane go.
        case drop(Int)
        case refuse(Errand, StoreError)
        /// All is done, and every connection is let go.
        case finished
    }

    /// An errand that was taken in.
    struct Ticket: Sendable {
        let errand: Errand
        /// How many connections were lost under it.
        var losses = 0
        /// Why the last of them was.
        var why: StoreError?
        /// How many openings had failed in a row when it came, or none since.
        var patienceEnds: Int
    }

    /// What a lane is at.
    enum Lane { case shut, opening, resting, free, busy }

    private(set) var lanes: [Lane]
    private var waiting: [Ticket] = []
    private let waitingMost: Int
    /// How many openings have failed since one succeeded; a lost connection counts as one.
    private(set) var failures = 0
    /// Lanes whose connection has not done an errand yet.
    private var unproven: Set<Int> = []
    /// How many connections were lost before they did anything, since one did.
    private var losses = 0
    private(set) var isClosing = false
    private var isFinished = false

    /// After how many failed openings in a row whoever waits is told.
    static var patience: Int { 3 }
    /// How many connections may be lost under one errand.
    static var lossesMost: Int { 2 }
    private static var restFirst: Int { 100 }
    private static var restMost: Int { 2_000 }

    init(lanes: Int, waiting: Int) {
        self.lanes = Array(repeating: .shut, count: lanes)
        waitingMost = waiting
    }

    /// How many errands wait.
    var waitingCount: Int { waiting.count }

    /// How many lanes are at one thing.
    func count(_ lane: Lane) -> Int { lanes.count { $0 == lane } }

    /// Takes in what happened and says what is to be done.
    mutating func take(_ event: Event) -> [Action] {
        var actions: [Action] = []
        switch event {
        case .came(let errand): comes(errand, &actions)
        case .opened(let lane): opens(lane)
        case .couldNotOpen(let lane, let error, let jitter):
            fails(lane, error, jitter, &actions)
        case .rested(let lane): lanes[lane] = .shut
        case .freed(let lane):
            lanes[lane] = .free
            unproven.remove(lane)
            losses = 0
        case .lost(let lane, let ticket, let jitter): loses(lane, ticket, jitter, &actions)
        case .closing: isClosing = true
        }
        if isClosing { refuseWhatNobodyCanDo(&actions) }
        handOut(&actions)
        open(&actions)
        finish(&actions)
        return actions
    }

    private mutating func comes(_ errand: Errand, _ actions: inout [Action]) {
        if isClosing {
            actions.append(.refuse(errand, .closed))
        } else if waiting.count >= waitingMost {
            actions.append(.refuse(errand, .busy))
        } else {
            waiting.append(Ticket(errand: errand, patienceEnds: failures + Self.patience))
        }
    }

    private mutating func opens(_ lane: Int) {
        lanes[lane] = .free
        unproven.insert(lane)
        guard failures > 0 else { return }
        failures = 0
        for index in waiting.indices { waiting[index].patienceEnds = Self.patience }
    }

    private mutating func fails(
        _ lane: Int,
        _ error: StoreError,
        _ jitter: Double,
        _ actions: inout [Action]
    ) {
        failures += 1
        rest(lane, after: failures, jitter, &actions)
        // As long as some connection works, what waits is done by that.
        guard !lanes.contains(where: { $0 == .free || $0 == .busy }) else { return }
        for ticket in waiting where ticket.patienceEnds <= failures || isClosing {
            actions.append(.refuse(ticket.errand, error))
        }
        waiting.removeAll { $0.patienceEnds <= failures || isClosing }
    }

    private mutating func rest(
        _ lane: Int,
        after times: Int,
        _ jitter: Double,
        _ actions: inout [Action]
    ) {
        let doubled = min(Self.restFirst << min(times - 1, 10), Self.restMost)
        lanes[lane] = .resting
        let rest = Double(doubled) * (1 - 0.5 * jitter)
        actions.append(.rest(lane, milliseconds: Int(rest)))
    }

    private mutating func loses(
        _ lane: Int,
        _ ticket: Ticket?,
        _ jitter: Double,
        _ actions: inout [Action]
    ) {
        lanes[lane] = .shut
        failures = max(failures, 1)
        // One that was lost before it did anything was hardly worth opening.
        if unproven.remove(lane) != nil {
            losses += 1
            rest(lane, after: losses, jitter, &actions)
        }
        // What one connection met the idle ones would meet too.
        for other in lanes.indices where lanes[other] == .free {
            lanes[other] = .shut
            unproven.remove(other)
            actions.append(.drop(other))
        }
        guard var ticket else { return }
        ticket.losses += 1
        ticket.patienceEnds = failures + Self.patience
        if ticket.losses > Self.lossesMost {
            let why = ticket.why ?? .unavailable("the connection to the database was lost")
            actions.append(.refuse(ticket.errand, why))
        } else {
            waiting.insert(ticket, at: 0)
        }
    }

    /// When all is to end, nobody waits for a database that may come back.
    private mutating func refuseWhatNobodyCanDo(_ actions: inout [Action]) {
        guard lanes.contains(.resting), !lanes.contains(where: { $0 == .free || $0 == .busy })
        else { return }
        for ticket in waiting { actions.append(.refuse(ticket.errand, .closed)) }
        waiting = []
    }

    private mutating func handOut(_ actions: inout [Action]) {
        while !waiting.isEmpty, let lane = lanes.firstIndex(of: .free) {
            lanes[lane] = .busy
            actions.append(.run(lane, waiting.removeFirst()))
        }
    }

    private mutating func open(_ actions: inout [Action]) {
        let opening = count(.opening)
        // One that tries is enough to find out whether the database is back.
        if failures > 0, opening > 0 || lanes.contains(.resting) { return }
        let wanted = failures > 0 ? min(waiting.count, 1) : waiting.count - opening
        guard wanted > 0 else { return }
        for lane in lanes.indices.filter({ lanes[$0] == .shut }).prefix(wanted) {
            lanes[lane] = .opening
            actions.append(.open(lane))
        }
    }

    private mutating func finish(_ actions: inout [Action]) {
        guard isClosing, waiting.isEmpty else { return }
        for lane in lanes.indices where lanes[lane] == .free {
            lanes[lane] = .shut
            actions.append(.drop(lane))
        }
        guard !isFinished, lanes.allSatisfy({ $0 == .shut }) else { return }
        isFinished = true
        actions.append(.finished)
    }
}
