internal import Store
internal import Synchronization

/// Where passwords are hashed: a few at a time, a few who wait, and nobody else let in.
///
/// Hashing is slow on purpose, and each takes 32 MiB. So at most one core less than there are is
/// given to it, on threads that stand back for everything else, and a storm of sign-ins meets a
/// closed door (`StoreError.busy`, which a browser sees as 503) and never slows a till.
package final class PasswordHall: Sendable {
    /// Which line somebody waits in.
    enum Line: Sendable {
        case usual
        /// Taken only when nobody waits in the usual one.
        case later
    }

    /// How much work a password is.
    package let cost: PasswordCost
    private let desks: Int
    private let queue: Int
    private let state = Mutex(State())

    /// How far hashing stands back for everything else.
    private static let niceness: Int32 = 10

    private typealias Job = @Sendable () -> Void

    private struct State {
        var inside = 0
        var working = 0
        var usual: [Job] = []
        var later: [Job] = []

        mutating func next() -> Job? {
            if !usual.isEmpty { return usual.removeFirst() }
            if !later.isEmpty { return later.removeFirst() }
            working -= 1
            return nil
        }
    }

    /// A hall in a machine with so many cores; as many as `queue` may wait.
    package init(cores: Int, queue: Int = 32, cost: PasswordCost = .standard) {
        desks = max(1, cores - 1)
        self.queue = queue
        self.cost = cost
    }

    /// How many are being hashed or wait.
    package var inside: Int { state.withLock { $0.inside } }

    /// How many wait in a line.
    var waiting: Int { state.withLock { $0.usual.count + $0.later.count } }

    /// Lets somebody in for as long as `body` takes.
    ///
    /// - Throws: `StoreError.busy` when the hall is full.
    func enter<T>(_ body: () async throws -> T) async throws -> T {
        let isFull = state.withLock { state in
            guard state.inside < desks + queue else { return true }
            state.inside += 1
            return false
        }
        if isFull { throw StoreError.busy }
        defer { state.withLock { $0.inside -= 1 } }
        return try await body()
    }

    /// Hashes a new password.
    func hash(_ password: String, dice: Dice) async throws -> PasswordHash {
        let (salt, cost) = (dice.bytes(16), cost)
        return try await work(.usual) {
            try PasswordHash(of: password, salt: salt, cost: cost)
        }
    }

    /// Whether a password is the one that was hashed.
    ///
    /// - Throws: `StoreError.busy` for the later line, of which only half the hall is for.
    func matches(_ password: String, _ hash: PasswordHash, in line: Line) async throws -> Bool {
        if line == .later, inside > desks + queue / 2 { throw StoreError.busy }
        return try await work(line) { try hash.matches(password) }
    }

    /// Does slow work on one of the hall's threads.
    func work<T: Sendable>(
        _ line: Line,
        _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            add({ waiting.resume(with: Result(catching: body)) }, to: line)
        }
    }

    private func add(_ job: @escaping Job, to line: Line) {
        let needsThread = state.withLock { state in
            switch line {
            case .usual: state.usual.append(job)
            case .later: state.later.append(job)
            }
            guard state.working < desks else { return false }
            state.working += 1
            return true
        }
        guard needsThread else { return }
        // Where there is no thread to be had, whoever asked does the work.
        if !OwnThread.start(niceness: Self.niceness, runAll) { runAll() }
    }

    /// Works until nobody waits.
    @Sendable private func runAll() {
        while let job = state.withLock({ $0.next() }) { job() }
    }
}
