internal import GRDB
internal import GRDBSQLite
internal import Store
internal import Synchronization

/// The one connection that changes the store, and what waits for it.
///
/// What waits is run in one transaction, one change after another, made durable by one flush and
/// answered after it: under light load a batch of one, under heavy load hundreds. Where many come
/// again and again they go in two halves: while one is run and flushed, those of the other get
/// their answers and come back. A change that refuses before it wrote costs nothing; for one that
/// refuses after it wrote, the batch is undone and run again with a savepoint around each, so that
/// it is undone alone.
final class WriteLane: Sendable {
    private let queue: DatabaseQueue
    private let jobs: Mutex<JobQueue>
    private let pen: Pen

    private static let batchMost = 1_000
    /// As few as this go together: two flushes would cost more than the waiting they save.
    private static let batchLeast = 24

    /// A lane to a store that this process has alone; `tell` is told when it goes away.
    init(
        path: String,
        limit: Int,
        lock: ProcessLock,
        tell: @escaping @Sendable (String) -> Void
    ) throws {
        queue = try Connection.writer(path: path)
        jobs = Mutex(JobQueue(limit: limit))
        pen = try queue.writeWithoutTransaction { db in
            try Pen(db) { try Watch(path, file: lock.file, pageSize: $0, tell: tell) }
        }
    }

    /// Sees whether the store is still there.
    var watch: Watch { pen.watch }

    /// How many changes wait.
    var waiting: Int { jobs.withLock { $0.count } }

    /// How many pages stand in the log.
    var logPages: Int { pen.checkpoint.pages }

    func perform<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            let work = Work(body, for: waiting)
            let (refusal, wake) = jobs.withLock { jobs in
                if let refusal = jobs.add(work) { return (Optional(refusal), false) }
                defer { jobs.working = 1 }
                return (nil, jobs.working == 0)
            }
            if let refusal { work.answer(refusal) }
            if wake { queue.asyncWriteWithoutTransaction { _ in self.drain() } }
        }
    }

    /// Runs statements that define tables, and `body` with them, all or nothing.
    func define(
        _ text: String,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        do {
            try await queue.writeWithoutTransaction { [pen] db in
                try pen.watch.requireThere()
                try db.execute(sql: "BEGIN IMMEDIATE")
                do {
                    try db.execute(sql: text)
                    try body(Transaction(pen.session))
                    try db.execute(sql: "COMMIT")
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw error
                }
                try pen.requireKept()
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// Runs what still waits, moves the log into the store, and closes.
    ///
    /// All of it on the connection's queue: what comes later finds the lane shut.
    func close() async {
        jobs.withLock { $0.isClosed = true }
        try? await queue.writeWithoutTransaction { [pen] _ in
            self.drain()
            pen.shut()
        }
        try? queue.close()
    }

    private func drain() {
        // Whoever was answered last will most likely come back.
        var answered = 0
        while true {
            let batch = jobs.withLock { jobs in
                let half = (jobs.count + answered) / 2
                let taken = jobs.take(min(max(half, Self.batchLeast), Self.batchMost))
                if taken.isEmpty { jobs.working = 0 }
                return taken
            }
            if batch.isEmpty { return }
            let failure = pen.write(batch)
            for job in batch { job.answer(failure) }
            answered = batch.count
            pen.step(after: batch.count)
        }
    }
}
