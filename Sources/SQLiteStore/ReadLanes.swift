internal import GRDB
internal import Store
internal import Synchronization

/// The connections for short reads, and the queue of jobs for them.
///
/// A connection takes several jobs at once and runs them in one snapshot, begun after the last of
/// them was queued, so each sees everything acknowledged before its call.
final class ReadLanes: Sendable {
    private let lanes: [Lane]
    private let jobs: Mutex<JobQueue>

    /// Few, so that all connections get work and the first answers go out early.
    private static let batchMost = 12

    /// Opens the connections.
    ///
    /// `watch`, for a store that this process writes, is asked before each batch.
    init(
        path: String,
        count: Int,
        limit: Int,
        forLong isLong: Bool = false,
        watch: FileWatch? = nil
    ) throws {
        lanes = try (0..<count).map { _ in try Lane(path: path, forLong: isLong, watch: watch) }
        jobs = Mutex(JobQueue(limit: limit))
    }

    func perform<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            let work = Work(body, for: waiting)
            let (refusal, lane) = jobs.withLock { jobs in
                if let refusal = jobs.add(work) { return (Optional(refusal), Lane?.none) }
                guard let idle = lanes.first(where: { $0.start() }) else { return (nil, nil) }
                return (nil, idle)
            }
            if let refusal { work.answer(refusal) }
            if let lane { lane.queue.asyncWriteWithoutTransaction { _ in self.drain(lane) } }
        }
    }

    func close() async {
        jobs.withLock { $0.isClosed = true }
        for lane in lanes { await lane.close() }
    }

    private func drain(_ lane: Lane) {
        while true {
            let batch = jobs.withLock { jobs in
                let taken = jobs.take(Self.batchMost)
                if taken.isEmpty { lane.stop() }
                return taken
            }
            if batch.isEmpty { return }
            let failure = lane.read(batch)
            for job in batch { job.answer(failure) }
        }
    }
}

/// A reading connection; its statements are used on its queue only.
private final class Lane: @unchecked Sendable {
    let queue: DatabaseQueue
    private let session: SQLiteSession
    private let watch: FileWatch?
    private let isWorking = Atomic<Bool>(false)
    private var isShut = false

    init(path: String, forLong isLong: Bool, watch: FileWatch?) throws {
        self.watch = watch
        queue = try Connection.reader(path: path, forLong: isLong)
        session = try queue.writeWithoutTransaction { try SQLiteSession($0) }
    }

    /// Claims the connection; false when it is in use.
    func start() -> Bool { !isWorking.exchange(true, ordering: .acquiringAndReleasing) }

    /// Makes the connection available.
    func stop() { isWorking.store(false, ordering: .releasing) }

    /// Runs a batch in one snapshot; returns why it could not, or nil.
    func read(_ batch: [any Job]) -> StoreError? {
        if isShut { return .closed }
        do {
            try watch?.requireThereForReading()
            try session.run("BEGIN", [])
            for job in batch { _ = job.run(Transaction(session)) }
            try session.run("COMMIT", [])
            return nil
        } catch {
            if session.isInTransaction { try? session.run("ROLLBACK", []) }
            return error as? StoreError ?? .failed("\(error)")
        }
    }

    func close() async {
        try? await queue.writeWithoutTransaction { _ in
            self.session.forget()
            self.isShut = true
        }
        try? queue.close()
    }
}
