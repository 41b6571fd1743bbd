/// Work queued for a connection, together with the caller that waits for its outcome.
public protocol Job: Sendable {
    /// Runs it and keeps the outcome; false when it threw.
    func run(_ transaction: Transaction) -> Bool
    /// Resumes the caller: with the kept outcome, or with `failure` where that is given.
    func answer(_ failure: StoreError?)
}

/// A job that returns a `T`.
///
/// It is passed from thread to thread but never used by two at once, so it needs no lock.
public final class Work<T: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Transaction) throws -> T
    private let waiting: CheckedContinuation<T, any Error>
    private var outcome: Result<T, any Error> = .failure(StoreError.closed)

    /// A job that runs `body` and resumes `waiting` with what it returns.
    public init(
        _ body: @escaping @Sendable (Transaction) throws -> T,
        for waiting: CheckedContinuation<T, any Error>
    ) {
        self.body = body
        self.waiting = waiting
    }

    public func run(_ transaction: Transaction) -> Bool {
        do {
            outcome = .success(try body(transaction))
            return true
        } catch {
            outcome = .failure(error)
            return false
        }
    }

    public func answer(_ failure: StoreError?) {
        if let failure {
            waiting.resume(throwing: failure)
        } else {
            waiting.resume(with: outcome)
        }
    }
}
