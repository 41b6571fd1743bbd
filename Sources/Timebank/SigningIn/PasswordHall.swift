internal import Store
internal import Synchronization

/// Where passwords are hashed: a few at a time, a few who wait, and nobody else let in.
///
/// Hashing is slow on purpose, and each takes 32 MiB. So at most one core less than there are is
/// given to it, on threads that stand back for everything else, and a storm of sign-ins never slows
/// a till.
///
/// Whoever is known where they are has a line of their own, which strangers cannot fill, and it
/// goes first: a storm of strangers makes them wait for the hash that is under way, and no longer.
/// Among those in one line, addresses take turns (``WaitingLine``). Who finds the line full, or has
/// seen too many others go first, is told to come again (`StoreError.busy`, 503 with
/// `Retry-After`).
package final class PasswordHall: Sendable {
    /// Which line somebody waits in.
    enum Line: Hashable, Sendable {
        /// Those who have signed in from there before, are signed in, or hold a good code.
        case known
        /// All others, with half of the seats.
        case strangers
    }

    /// Somebody who comes to have a password hashed.
    struct Guest: Sendable {
        let line: Line
        let address: ClientAddress
        /// How many tries count against them; who has fewer goes first.
        let tries: Int64
    }

    /// How much work a password is.
    package let cost: PasswordCost
    private let desks: Int
    private let state: Mutex<State>

    /// How far hashing stands back for everything else.
    private static let niceness: Int32 = 10
    /// How many others may go first before somebody is told to come again: with the standard cost
    /// and one desk about twenty seconds.
    static let patience: Int64 = 64

    private typealias Waiting = CheckedContinuation<Void, any Error>

    private struct State {
        var working = 0
        var turns: Int64 = 0
        var known: WaitingLine<Waiting>
        var strangers: WaitingLine<Waiting>
    }

    /// A hall in a machine with so many cores; as many as `queue` may wait, half in each line.
    package init(cores: Int, queue: Int = 64, cost: PasswordCost = .standard) {
        desks = max(1, cores - 1)
        self.cost = cost
        let seats = max(1, queue / 2)
        state = Mutex(
            State(known: WaitingLine(seats: seats), strangers: WaitingLine(seats: seats))
        )
    }

    /// How many are being served or wait.
    var inside: Int {
        state.withLock { $0.working + $0.known.count + $0.strangers.count }
    }

    /// How many ever found all desks taken.
    var arrivals: Int64 { state.withLock { $0.known.came + $0.strangers.came } }

    /// Waits for a turn at one of the desks, and has it for as long as `body` takes.
    ///
    /// - Throws: `StoreError.busy` where the line is full of those who go first, or too many went.
    func turn<T>(of guest: Guest, _ body: () async throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { seat($0, guest) }
        defer { handOn() }
        return try await body()
    }

    private func seat(_ waiting: Waiting, _ guest: Guest) {
        let (going, leaving): (Waiting?, Waiting?) = state.withLock { state in
            if state.working < desks {
                // Nobody waits while a desk is free.
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

    /// Gives the desk to whoever is next.
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

    /// Hashes a new password; to be done in a turn.
    func hash(_ password: String, dice: Dice) async throws -> PasswordHash {
        let (salt, cost) = (dice.bytes(16), cost)
        return try await work { try PasswordHash(of: password, salt: salt, cost: cost) }
    }

    /// Whether a password is the one that was hashed; to be asked in a turn.
    func matches(_ password: String, _ hash: PasswordHash) async throws -> Bool {
        try await work { try hash.matches(password) }
    }

    /// Does slow work on a thread of its own, which stands back for everything else.
    private func work<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            let work: @Sendable () -> Void = { waiting.resume(with: Result(catching: body)) }
            // Where there is no thread to be had, whoever asked does the work.
            if !OwnThread.start(niceness: Self.niceness, work) { work() }
        }
    }
}
