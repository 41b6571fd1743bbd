internal import NIOPosix
internal import Store
internal import Synchronization

/// Connections of one kind, and the queue of jobs for them; ``PoolState`` decides, this
/// class acts.
///
/// Each connection is used on a thread of its own, so that waiting for the database blocks neither
/// an event loop nor the threads of tasks.
final class ConnectionPool: Sendable {
    /// A job and the kind of transaction it needs.
    struct Errand: Sendable {
        let job: any Job
        let mode: PostgresSession.Mode
    }

    typealias Connect = @Sendable () throws -> PostgresSession

    private let state: Mutex<PoolState<Errand>>
    private let slots: [Slot]
    private let threads: NIOThreadPool
    private let connect: Connect
    private let jitter: @Sendable () -> Double
    private let closers = Mutex<Closers>(Closers())

    /// The connection of a lane; only the thread that works on the lane uses it.
    private final class Slot: @unchecked Sendable {
        var session: PostgresSession?
    }

    private struct Closers {
        var isFinished = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    init(
        _ count: Int,
        waiting: Int,
        threads: NIOThreadPool,
        jitter: @escaping @Sendable () -> Double,
        connect: @escaping Connect
    ) {
        state = Mutex(PoolState(lanes: count, waiting: waiting))
        slots = (0..<count).map { _ in Slot() }
        self.threads = threads
        self.jitter = jitter
        self.connect = connect
    }

    /// Runs `body` in a transaction.
    func perform<T: Sendable>(
        _ mode: PostgresSession.Mode,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            take(.came(Errand(job: Work(body, for: waiting), mode: mode)))
        }
    }

    /// Runs the jobs that wait, and closes all connections.
    func close() async {
        take(.closing)
        await withCheckedContinuation { done in
            let isFinished = closers.withLock { closers in
                if !closers.isFinished { closers.waiting.append(done) }
                return closers.isFinished
            }
            if isFinished { done.resume() }
        }
    }

    /// The number of connections in use, of idle ones, and of jobs that wait.
    var counts: (busy: Int, free: Int, waiting: Int) {
        state.withLock { ($0.count(.busy), $0.count(.free), $0.waitingCount) }
    }

    private func take(_ event: PoolState<Errand>.Event) {
        for action in state.withLock({ $0.take(event) }) { carryOut(action) }
    }

    private func carryOut(_ action: PoolState<Errand>.Action) {
        switch action {
        case .run(let lane, let ticket): submit { self.run(ticket, on: lane) }
        case .open(let lane): submit { self.open(lane) }
        case .rest(let lane, let milliseconds): submit { self.rest(lane, milliseconds) }
        case .drop(let lane): slots[lane].session = nil
        case .refuse(let errand, let why): errand.job.answer(why)
        case .finished: finish()
        }
    }

    private func submit(_ work: @escaping @Sendable () -> Void) {
        threads.submit { _ in work() }
    }

    private func finish() {
        let waiting = closers.withLock { closers in
            closers.isFinished = true
            defer { closers.waiting = [] }
            return closers.waiting
        }
        for one in waiting { one.resume() }
    }

    private func open(_ lane: Int) {
        do {
            slots[lane].session = try connect()
            take(.opened(lane))
        } catch {
            let why = error as? StoreError ?? .unavailable("\(error)")
            take(.couldNotOpen(lane, why, jitter: jitter()))
        }
    }

    /// Sleeps before the next attempt to connect; not to the end if the pool is closing.
    private func rest(_ lane: Int, _ milliseconds: Int) {
        var left = milliseconds
        while left > 0, !state.withLock({ $0.isClosing }) {
            pause(milliseconds: min(left, 50))
            left -= 50
        }
        take(.rested(lane))
    }

    /// Runs a job, and further ones that the lane is given, on the same thread.
    private func run(_ first: PoolState<Errand>.Ticket, on lane: Int) {
        var next: PoolState<Errand>.Ticket? = first
        while let ticket = next {
            let (event, answer) = outcome(of: ticket, on: lane)
            // The lane is free before the caller is answered, so its next job needs no new
            // connection.
            let actions = state.withLock { $0.take(event) }
            answer()
            next = nil
            for action in actions {
                if case .run(lane, let ticket) = action { next = ticket } else { carryOut(action) }
            }
        }
    }

    private func outcome(
        of ticket: PoolState<Errand>.Ticket,
        on lane: Int
    ) -> (PoolState<Errand>.Event, () -> Void) {
        let slot = slots[lane]
        guard let session = slot.session else {
            return (.lost(lane, again: ticket, jitter: jitter()), {})
        }
        let outcome = session.carryOut(ticket.errand)
        switch outcome {
        case .undone(let why):
            slot.session = nil
            var again = ticket
            again.why = why
            return (.lost(lane, again: again, jitter: jitter()), {})
        case .done(let failure):
            let answer = { ticket.errand.job.answer(failure) }
            guard session.isLost else { return (.freed(lane), answer) }
            slot.session = nil
            return (.lost(lane, again: nil, jitter: jitter()), answer)
        }
    }
}

/// The outcome of a job.
private enum Outcome {
    /// The job ran, or failed for good.
    case done(StoreError?)
    /// The connection was lost and nothing was done; the job can be run on another one.
    case undone(StoreError)
}

extension PostgresSession {
    /// Runs a job in a transaction, a second time where that can help.
    fileprivate func carryOut(_ errand: ConnectionPool.Errand) -> Outcome {
        for isLast in [false, true] {
            do {
                try begin(errand.mode)
                let isDone = errand.job.run(Transaction(self))
                if let failure { throw failure }
                if isDone { try commit() } else { rollback() }
                return .done(nil)
            } catch let failure as PostgresError {
                rollback()
                if failure.isOfTheConnection, !isShown(errand) {
                    return .undone(failure.error)
                }
                // After a unique violation the second of two equal transactions, run again, finds
                // the row.
                if failure.isDuplicate, !isLast { continue }
                if failure.isStale, !isLast, !isShown(errand) {
                    forget()
                    continue
                }
                return .done(failure.error)
            } catch {
                rollback()
                return .done(error as? StoreError ?? .failed("\(error)"))
            }
        }
        return .done(.conflict)
    }

    /// Whether rows may already have been passed on, such as to the file of an export.
    private func isShown(_ errand: ConnectionPool.Errand) -> Bool {
        if case .report = errand.mode { hasAnswered } else { false }
    }
}
