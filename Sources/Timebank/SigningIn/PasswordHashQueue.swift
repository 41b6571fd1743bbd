internal import Store
internal import Synchronization

/// Limits how many passwords are hashed at once, and queues the rest.
///
/// Hashing is slow by design and takes 32 MiB each time. All cores but one are used (at least one),
/// on threads of low priority, so that many sign-ins do not slow down other requests.
///
/// There are two queues of bounded length. Clients known at their address are served first and have
/// a queue that strangers cannot fill; strangers delay them at most by the hashes in progress.
/// Within a queue, the client with the fewest attempts is next (``FairQueue``). A client that
/// finds the queue full, or has been overtaken too often, gets `StoreError.busy` (503 with
/// `Retry-After`).
package final class PasswordHashQueue: Sendable {
    /// The queue in which a client waits.
    enum Line: Hashable, Sendable {
        /// People who have signed in from this address before, are signed in, or hold a valid code.
        case known
        /// Everybody else.
        case strangers
    }

    /// A client that needs a password hashed.
    struct Guest: Sendable {
        let line: Line
        let address: ClientAddress
        /// The number of attempts counted against the client; fewer are served first.
        let tries: Int64
    }

    /// The cost of each hash.
    package let cost: PasswordCost
    private let desks: Int
    private let state: Mutex<State>

    /// The nice value of the hashing threads.
    private static let niceness: Int32 = 10
    /// How many others may be served before a waiting client is turned away.
    ///
    /// With the standard cost and one worker that takes about twenty seconds.
    static let patience: Int64 = 64

    private typealias Waiting = CheckedContinuation<Void, any Error>

    private struct State {
        var working = 0
        var turns: Int64 = 0
        var known: FairQueue<Waiting>
        var strangers: FairQueue<Waiting>
    }

    /// Creates the queues; `queue` is their capacity together, half of it for each.
    package init(cores: Int, queue: Int = 64, cost: PasswordCost = .standard) {
        desks = max(1, cores - 1)
        self.cost = cost
        let seats = max(1, queue / 2)
        state = Mutex(
            State(known: FairQueue(seats: seats), strangers: FairQueue(seats: seats))
        )
    }

    /// The number of clients being served or waiting.
    var inside: Int {
        state.withLock { $0.working + $0.known.count + $0.strangers.count }
    }

    /// The number of clients that ever had to wait.
    var arrivals: Int64 { state.withLock { $0.known.came + $0.strangers.came } }

    /// Waits for a free worker, and occupies it while `body` runs.
    ///
    /// - Throws: `StoreError.busy` if the queue is full of clients of better rank, or too many
    ///   others were served meanwhile; otherwise the errors of `body`.
    func turn<T>(of guest: Guest, _ body: () async throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { seat($0, guest) }
        defer { handOn() }
        return try await body()
    }

    private func seat(_ waiting: Waiting, _ guest: Guest) {
        let (going, leaving): (Waiting?, Waiting?) = state.withLock { state in
            if state.working < desks {
                // A free worker means that nobody waits, since a worker that finishes serves the
                // next first.
                state.working += 1
                state.turns += 1
                return (waiting, nil)
            }
            let turn = state.turns
            let leaving =
                switch guest.line {
                case .known:
                    state.known.join(waiting, from: guest.address, tries: guest.tries, turn: turn)
                case .strangers:
                    state.strangers.join(
                        waiting,
                        from: guest.address,
                        tries: guest.tries,
                        turn: turn
                    )
                }
            return (nil, leaving)
        }
        going?.resume()
        leaving?.resume(throwing: StoreError.busy)
    }

    /// Hands the worker to the next client, and turns away those who have waited too long.
    private func handOn() {
        let (going, leaving): (Waiting?, [Waiting]) = state.withLock { state in
            let late = state.turns - Self.patience
            let leaving = state.known.leave(before: late) + state.strangers.leave(before: late)
            let next = state.known.next() ?? state.strangers.next()
            if next == nil { state.working -= 1 } else { state.turns += 1 }
            return (next, leaving)
        }
        going?.resume()
        for waiting in leaving { waiting.resume(throwing: StoreError.busy) }
    }

    /// Hashes a new password; call it only within ``turn(of:_:)``.
    func hash(_ password: String, dice: Dice) async throws -> PasswordHash {
        let (salt, cost) = (dice.bytes(16), cost)
        return try await work { try PasswordHash(of: password, salt: salt, cost: cost) }
    }

    /// Whether a password has this hash; call it only within ``turn(of:_:)``.
    func matches(_ password: String, _ hash: PasswordHash) async throws -> Bool {
        try await work { try hash.matches(password) }
    }

    /// Runs slow work on a new thread of low priority.
    private func work<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            let work: @Sendable () -> Void = { waiting.resume(with: Result(catching: body)) }
            // If no thread can be started, the work runs on the calling thread.
            if !OwnThread.start(niceness: Self.niceness, work) { work() }
        }
    }
}
