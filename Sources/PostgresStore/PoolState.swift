internal import Store

/// The state of a connection pool, without any I/O: events go in, actions come out.
///
/// A lane is a slot for one connection. While the database cannot be reached, one lane tries to
/// connect, with growing delays. Jobs that wait are refused after a few failed attempts. A job
/// whose connection was lost before anything was done goes to the front of the queue.
struct PoolState<Errand: Sendable> {
    enum Event {
        /// A job arrived.
        case came(Errand)
        /// The lane has connected.
        case opened(Int)
        /// The lane could not connect; `jitter`, from 0 to 1, shortens its delay.
        case couldNotOpen(Int, StoreError, jitter: Double)
        /// The delay of the lane is over.
        case rested(Int)
        /// The lane has finished its job.
        case freed(Int)
        /// The lane lost its connection; its job may have to be run again.
        case lost(Int, again: Ticket?, jitter: Double)
        /// No more jobs are accepted.
        case closing
    }

    enum Action {
        case run(Int, Ticket)
        case open(Int)
        case rest(Int, milliseconds: Int)
        /// Close the lane's connection.
        case drop(Int)
        case refuse(Errand, StoreError)
        /// All jobs are finished and all connections closed.
        case finished
    }

    /// A job that was accepted.
    struct Ticket: Sendable {
        let errand: Errand
        /// How many connections were lost while it ran.
        var losses = 0
        /// Why the last of them was lost.
        var why: StoreError?
        /// The count of failed attempts to connect at which the job is refused.
        var patienceEnds: Int
    }

    enum Lane { case shut, opening, resting, free, busy }

    private(set) var lanes: [Lane]
    private var waiting: [Ticket] = []
    private let waitingMost: Int
    /// Failed attempts to connect since one succeeded; a lost connection counts as one.
    private(set) var failures = 0
    /// ConnectionPool whose connection has not finished a job yet.
    private var unproven: Set<Int> = []
    /// Connections lost before they finished a job, since one finished a job.
    private var losses = 0
    private(set) var isClosing = false
    private var isFinished = false

    /// After how many failed attempts in a row waiting jobs are refused.
    static var patience: Int { 3 }
    /// How many connections may be lost under one job before it is refused.
    static var lossesMost: Int { 2 }
    private static var restFirst: Int { 100 }
    private static var restMost: Int { 2_000 }

    init(lanes: Int, waiting: Int) {
        self.lanes = Array(repeating: .shut, count: lanes)
        waitingMost = waiting
    }

    /// The number of jobs that wait.
    var waitingCount: Int { waiting.count }

    /// The number of lanes in this state.
    func count(_ lane: Lane) -> Int { lanes.count { $0 == lane } }

    /// Applies an event and returns what to do.
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
        // While some connection works, it will run the jobs that wait.
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
        // A connection lost before it did anything counts as a failed attempt.
        if unproven.remove(lane) != nil {
            losses += 1
            rest(lane, after: losses, jitter, &actions)
        }
        // The idle connections most likely broke for the same reason.
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

    /// While closing, refuses the jobs that no connection is left for.
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
        // One attempt is enough to find out whether the database is back.
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
