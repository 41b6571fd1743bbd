internal import NIOPosix
internal import Store
internal import Synchronization

/// Connections of one kind and what waits for them; carries out what a ``Pool`` decides.
///
/// Each connection is used on a thread of its own, so that nothing which waits for the database
/// holds up an event loop or the threads that tasks share.
final class Lanes: Sendable {
    /// A job, and what its transaction is for.
    struct Errand: Sendable {
        let job: any Job
        let mode: PostgresSession.Mode
    }

    /// Makes a connection.
    typealias Connect = @Sendable () throws -> PostgresSession

    private let pool: Mutex<Pool<Errand>>
    private let places: [Place]
    private let threads: NIOThreadPool
    private let connect: Connect
    private let jitter: @Sendable () -> Double
    private let closers = Mutex<Closers>(Closers())

    /// Where the connection of a lane is; only the thread at work on that lane touches it.
    private final class Place: @unchecked Sendable {
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
        pool = Mutex(Pool(lanes: count, waiting: waiting))
        places = (0..<count).map { _ in Place() }
        self.threads = threads
        self.jitter = jitter
        self.connect = connect
    }

    /// Runs a body in a transaction of its own.
    func perform<T: Sendable>(
        _ mode: PostgresSession.Mode,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            take(.came(Errand(job: Work(body, for: waiting), mode: mode)))
        }
    }

    /// Does what is queued, and lets every connection go.
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

    /// How many connections are at work, how many are not, and how many errands wait.
    var counts: (busy: Int, free: Int, waiting: Int) {
        pool.withLock { ($0.count(.busy), $0.count(.free), $0.waitingCount) }
    }

    private func take(_ event: Pool<Errand>.Event) {
        for action in pool.withLock({ $0.take(event) }) { carryOut(action) }
    }

    private func carryOut(_ action: Pool<Errand>.Action) {
        switch action {
        case .run(let lane, let ticket): submit { self.run(ticket, on: lane) }
        case .open(let lane): submit { self.open(lane) }
        case .rest(let lane, let milliseconds): submit { self.rest(lane, milliseconds) }
        case .drop(let lane): places[lane].session = nil
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
            places[lane].session = try connect()
            take(.opened(lane))
        } catch {
            let why = error as? StoreError ?? .unavailable("\(error)")
            take(.couldNotOpen(lane, why, jitter: jitter()))
        }
    }

    /// Waits, unless all is to end.
    private func rest(_ lane: Int, _ milliseconds: Int) {
        var left = milliseconds
        while left > 0, !pool.withLock({ $0.isClosing }) {
            pause(milliseconds: min(left, 50))
            left -= 50
        }
        take(.rested(lane))
    }

    /// Runs an errand, and then what the lane is to do next, all on one thread.
    private func run(_ first: Pool<Errand>.Ticket, on lane: Int) {
        var next: Pool<Errand>.Ticket? = first
        while let ticket = next {
            let (event, answer) = outcome(of: ticket, on: lane)
            // Free before it is answered, so that who asks on at once need not open another.
            let actions = pool.withLock { $0.take(event) }
            answer()
            next = nil
            for action in actions {
                if case .run(lane, let ticket) = action { next = ticket } else { carryOut(action) }
            }
        }
    }

    private func outcome(
        of ticket: Pool<Errand>.Ticket,
        on lane: Int
    ) -> (Pool<Errand>.Event, () -> Void) {
        let place = places[lane]
        guard let session = place.session else {
            return (.lost(lane, again: ticket, jitter: jitter()), {})
        }
        let outcome = session.carryOut(ticket.errand)
        switch outcome {
        case .undone(let why):
            place.session = nil
            var again = ticket
            again.why = why
            return (.lost(lane, again: again, jitter: jitter()), {})
        case .done(let failure):
            let answer = { ticket.errand.job.answer(failure) }
            guard session.isLost else { return (.freed(lane), answer) }
            place.session = nil
            return (.lost(lane, again: nil, jitter: jitter()), answer)
        }
    }
}

/// What came of an errand.
private enum Outcome {
    /// It was done, or there was a reason why not.
    case done(StoreError?)
    /// Nothing was done, for the connection was lost; it may be done again on another.
    case undone(StoreError)
}

extension PostgresSession {
    /// Runs a job in a transaction.
    fileprivate func carryOut(_ errand: Lanes.Errand) -> Outcome {
        for isLast in [false, true] {
            do {
                try begin(errand.mode)
                let isDone = errand.job.run(Transaction(self))
                if let complaint { throw complaint }
                if isDone { try commit() } else { rollback() }
                return .done(nil)
            } catch let complaint as Complaint {
                rollback()
                if complaint.isOfTheConnection, !isShown(errand) {
                    return .undone(complaint.error)
                }
                // Of two equal things made at once the second, run again, finds the first.
                if complaint.isDuplicate, !isLast { continue }
                if complaint.isStale, !isLast, !isShown(errand) {
                    forget()
                    continue
                }
                return .done(complaint.error)
            } catch {
                rollback()
                return .done(error as? StoreError ?? .failed("\(error)"))
            }
        }
        return .done(.conflict)
    }

    /// Whether what was read may have been written somewhere already, an export say.
    private func isShown(_ errand: Lanes.Errand) -> Bool {
        if case .report = errand.mode { hasAnswered } else { false }
    }
}
