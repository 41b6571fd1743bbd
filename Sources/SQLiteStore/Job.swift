internal import Store

/// A piece of work that waits its turn on a connection, and whoever waits for its outcome.
protocol Job: Sendable {
    /// Runs it, keeping the outcome; true when it succeeded.
    func run(_ transaction: Transaction) -> Bool
    /// Tells whoever waits what came of it, or that it was not done.
    func answer(_ failure: StoreError?)
}

/// A job whose outcome is a `T`.
///
/// A connection's queue runs it and answers it, one after the other, so it needs no lock.
final class Work<T: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Transaction) throws -> T
    private let waiting: CheckedContinuation<T, any Error>
    private var outcome: Result<T, any Error> = .failure(StoreError.closed)

    init(
        _ body: @escaping @Sendable (Transaction) throws -> T,
        for waiting: CheckedContinuation<T, any Error>
    ) {
        self.body = body
        self.waiting = waiting
    }

    func run(_ transaction: Transaction) -> Bool {
        do {
            outcome = .success(try body(transaction))
            return true
        } catch {
            outcome = .failure(error)
            return false
        }
    }

    func answer(_ failure: StoreError?) {
        if let failure {
            waiting.resume(throwing: failure)
        } else {
            waiting.resume(with: outcome)
        }
    }
}

/// Jobs in the order they came, never more than a limit.
struct JobQueue: Sendable {
    private var jobs: [any Job] = []
    private let limit: Int
    /// How many connections are at work on them.
    var working = 0
    /// Whether nothing more is taken in.
    var isClosed = false

    init(limit: Int) { self.limit = limit }

    var count: Int { jobs.count }

    /// Takes a job in, or says why not.
    mutating func add(_ job: any Job) -> StoreError? {
        if isClosed { return .closed }
        guard jobs.count < limit else { return .busy }
        jobs.append(job)
        return nil
    }

    /// Hands out the oldest jobs, at most so many.
    mutating func take(_ most: Int) -> [any Job] {
        let taken = Array(jobs.prefix(most))
        jobs.removeFirst(taken.count)
        return taken
    }
}
