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

    init(path: String, limit: Int) throws {
        queue = try Connection.writer(path: path)
        jobs = Mutex(JobQueue(limit: limit))
        pen = try queue.writeWithoutTransaction { try Pen($0) }
    }

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
                try db.execute(sql: "BEGIN IMMEDIATE")
                do {
                    try db.execute(sql: text)
                    try body(Transaction(pen.session))
                    try db.execute(sql: "COMMIT")
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw error
                }
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

/// What writes batches on the writing connection; only its queue may use it.
private final class Pen: @unchecked Sendable {
    private(set) var session: SQLiteSession
    let checkpoint: Checkpoint
    private var isShut = false

    init(_ db: GRDB.Database) throws {
        session = try SQLiteSession(db)
        checkpoint = try Checkpoint(db)
    }

    /// Moves some of the log into the store after a batch of so many changes.
    func step(after changes: Int) {
        if !isShut { checkpoint.step(after: changes) }
    }

    /// Empties the log and forgets the statements, without which the connection cannot close.
    ///
    /// Once: after it the connection is gone, and with it what the checkpoint points at.
    func shut() {
        if isShut { return }
        checkpoint.finish()
        session.forget()
        isShut = true
    }

    /// Runs a batch in one transaction; returns why it was not done, or nil when it is on disk.
    func write(_ batch: [any Job]) -> StoreError? {
        if isShut { return .closed }
        do {
            if try attempt(batch, eachAlone: false) { return nil }
            // What was alone was undone alone: an import of an hour is not run a second time.
            if batch.count == 1 { return nil }
            _ = try attempt(batch, eachAlone: true)
            return nil
        } catch let error as StoreError {
            return error
        } catch {
            return .failed("\(error)")
        }
    }

    /// Runs the batch; false when it was undone because one change refused after it wrote.
    private func attempt(_ batch: [any Job], eachAlone: Bool) throws -> Bool {
        try session.run("BEGIN IMMEDIATE", [])
        do {
            for job in batch {
                guard try run(job, alone: eachAlone) else {
                    try session.run("ROLLBACK", [])
                    return false
                }
            }
        } catch {
            if session.isInTransaction { try? session.run("ROLLBACK", []) }
            throw error
        }
        try commit()
        return true
    }

    /// Runs one job; false when it failed and left something behind that nobody can undo alone.
    private func run(_ job: any Job, alone: Bool) throws -> Bool {
        if alone { try session.run("SAVEPOINT one", []) }
        let before = session.changesSoFar
        let succeeded = job.run(Transaction(session))
        guard session.isInTransaction else {
            throw StoreError.unavailable("the database ended the transaction")
        }
        if alone {
            if !succeeded { try session.run("ROLLBACK TO one", []) }
            try session.run("RELEASE one", [])
            return true
        }
        return succeeded || session.changesSoFar == before
    }

    /// Makes the batch durable.
    ///
    /// On a full disk the last page, which makes the rest count, was not written: nothing was done.
    /// Anything else leaves in doubt what a later start finds in the log.
    private func commit() throws {
        do {
            try session.run("COMMIT", [])
        } catch {
            let isFull = session.foundNoRoom
            if session.isInTransaction { try? session.run("ROLLBACK", []) }
            throw isFull ? error : StoreError.inDoubt("\(error)")
        }
    }
}
