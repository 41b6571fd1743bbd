internal import GRDB
internal import Store
internal import Synchronization

/// The connections that answer short reads, and what waits for them.
///
/// What waits together is answered from one snapshot, taken after the last of it was asked, so each
/// answer has everything that was acknowledged before its question.
final class ReadLanes: Sendable {
    private let lanes: [Lane]
    private let jobs: Mutex<JobQueue>

    /// Few, so that the lanes share what waits and the first answers leave while others are read.
    private static let batchMost = 12

    /// Lanes to a store; one that this process writes is looked at with `watch`.
    init(
        path: String,
        count: Int,
        limit: Int,
        forLong isLong: Bool = false,
        watch: Watch? = nil
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

/// One reading connection; only its queue uses its statements.
private final class Lane: @unchecked Sendable {
    let queue: DatabaseQueue
    private let session: SQLiteSession
    private let watch: Watch?
    private let isWorking = Atomic<Bool>(false)
    private var isShut = false

    init(path: String, forLong isLong: Bool, watch: Watch?) throws {
        self.watch = watch
        queue = try Connection.reader(path: path, forLong: isLong)
        session = try queue.writeWithoutTransaction { try SQLiteSession($0) }
    }

    /// Claims the lane; false when it is at work already.
    func start() -> Bool { !isWorking.exchange(true, ordering: .acquiringAndReleasing) }

    /// Gives the lane back.
    func stop() { isWorking.store(false, ordering: .releasing) }

    /// Runs a batch in one snapshot; returns why it could not.
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
