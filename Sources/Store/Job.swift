/// A piece of work that waits its turn on a connection, and whoever waits for its outcome.
public protocol Job: Sendable {
    /// Runs it, keeping the outcome; true when it succeeded.
    func run(_ transaction: Transaction) -> Bool
    /// Tells whoever waits what came of it, or that it was not done.
    func answer(_ failure: StoreError?)
}

/// A job whose outcome is a `T`.
///
/// It is run and answered on one thread after another, never on two at once, so it needs no lock.
public final class Work<T: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Transaction) throws -> T
    private let waiting: CheckedContinuation<T, any Error>
    private var outcome: Result<T, any Error> = .failure(StoreError.closed)

    /// A body to run, and who waits for what it returns.
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
