internal import GRDB
internal import GRDBSQLite
internal import Store
internal import Synchronization

/// The writing connection, and the queue of jobs for it (group commit).
///
/// The jobs that wait are run one after another in one transaction, made durable by one flush, and
/// then answered: under light load a batch has one job, under heavy load hundreds. When many
/// callers repeat, a batch takes about half of them: while one half is flushed, the other gets its
/// answers and returns.
///
/// A job that fails before it writes costs nothing. For one that fails after it wrote, the batch is
/// rolled back and run again with a savepoint around each job.
final class WriteLane: Sendable {
    private let queue: DatabaseQueue
    private let jobs: Mutex<JobQueue>
    private let writer: BatchWriter

    private static let batchMost = 1_000
    /// Fewer than this go together: two flushes would cost more time than halving saves.
    private static let batchLeast = 24

    /// Opens the writing connection of a store whose lock is held; `tell` is called when the
    /// store's files go away.
    init(
        path: String,
        limit: Int,
        lock: ProcessLock,
        tell: @escaping @Sendable (String) -> Void
    ) throws {
        queue = try Connection.writer(path: path)
        jobs = Mutex(JobQueue(limit: limit))
        writer = try queue.writeWithoutTransaction { db in
            try BatchWriter(db) { try FileWatch(path, file: lock.file, pageSize: $0, tell: tell) }
        }
    }

    /// The check of the store's files.
    var watch: FileWatch { writer.watch }

    /// How many jobs wait.
    var waiting: Int { jobs.withLock { $0.count } }

    /// The number of pages in the log.
    var logPages: Int { writer.checkpoint.pages }

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

    /// Runs SQL that defines tables, and then `body`, in one transaction.
    func define(
        _ text: String,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        do {
            try await queue.writeWithoutTransaction { [writer] db in
                try writer.watch.requireThere()
                try db.execute(sql: "BEGIN IMMEDIATE")
                do {
                    try db.execute(sql: text)
                    try body(Transaction(writer.session))
                    try db.execute(sql: "COMMIT")
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw error
                }
                try writer.requireKept()
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// Runs the jobs that wait, checkpoints the log, and closes the connection.
    ///
    /// All on the connection's queue, so a later job finds it closed.
    func close() async {
        jobs.withLock { $0.isClosed = true }
        try? await queue.writeWithoutTransaction { [writer] _ in
            self.drain()
            writer.shut()
        }
        try? queue.close()
    }

    private func drain() {
        // The callers that were answered last will most likely return.
        var answered = 0
        while true {
            let batch = jobs.withLock { jobs in
                let half = (jobs.count + answered) / 2
                let taken = jobs.take(min(max(half, Self.batchLeast), Self.batchMost))
                if taken.isEmpty { jobs.working = 0 }
                return taken
            }
            if batch.isEmpty { return }
            let failure = writer.write(batch)
            for job in batch { job.answer(failure) }
            answered = batch.count
            writer.step(after: batch.count)
        }
    }
}
