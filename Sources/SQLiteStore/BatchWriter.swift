internal import GRDB
internal import Store

/// Runs batches of jobs on the writing connection; used on that connection's queue only.
final class BatchWriter: @unchecked Sendable {
    private(set) var session: SQLiteSession
    let checkpoint: Checkpoint
    let watch: FileWatch
    private var isShut = false

    /// A log with more pages than this is truncated when it is next reused.
    private static let longLog = 12_000

    /// A writer on an open connection; `watching` makes the watch on the store's files, given the
    /// page size in bytes.
    init(_ db: GRDB.Database, watching: (Int) throws -> FileWatch) throws {
        session = try SQLiteSession(db)
        checkpoint = try Checkpoint(db)
        // The first query makes SQLite open, and so create, the log and its index.
        let pages = try session.number("PRAGMA page_count")
        watch = try watching(try session.number("PRAGMA page_size"))
        watch.knowAnew(pages: pages)
    }

    /// Checkpoints if it is worth it after a batch of so many writes.
    func step(after changes: Int) {
        guard !isShut, checkpoint.isWorthAStep(after: changes), watch.trouble() == nil else {
            return
        }
        checkpoint.step()
        watch.knowAnew(pages: (try? session.number("PRAGMA page_count")) ?? 0)
    }

    /// Checkpoints the whole log and finalizes the statements, without which the connection cannot
    /// close.
    ///
    /// A second call does nothing: the connection is closed then.
    func shut() {
        if isShut { return }
        if watch.trouble() == nil || watch.lostOnlyItsLog {
            watch.expect(frames: 0)
            checkpoint.finish()
        }
        if watch.trouble() != nil { checkpoint.leaveEverything() }
        session.forget()
        isShut = true
    }

    /// Checks after a commit that the files are still those that were opened.
    ///
    /// - Throws: ``StoreError/inDoubt(_:)``.
    func requireKept() throws {
        watch.expect(frames: checkpoint.pages)
        if let trouble = watch.trouble() { throw StoreError.inDoubt(trouble) }
    }

    /// Runs a batch in one transaction; returns why none of it was done, or nil when it is durable.
    func write(_ batch: [any Job]) -> StoreError? {
        if isShut { return .closed }
        do {
            try watch.requireThere()
            if try attempt(batch, eachAlone: false) { return nil }
            // A single job needs no second attempt: what failed was only itself.
            if batch.count == 1 { return nil }
            _ = try attempt(batch, eachAlone: true)
            return nil
        } catch let error as StoreError {
            return error
        } catch {
            return .failed("\(error)")
        }
    }

    /// Runs the batch; false when it was rolled back because a job failed after it wrote.
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

    /// Runs a job; false when it failed after it wrote, and no savepoint can undo that.
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

    /// Commits the batch.
    ///
    /// On a full disk the commit record was not written, so nothing was done. After any other
    /// failure the outcome is in doubt until the log is next read.
    private func commit() throws {
        do {
            if checkpoint.pages > Self.longLog { watch.expect(frames: 0) }
            try session.run("COMMIT", [])
        } catch {
            let isFull = session.foundNoRoom
            watch.expect(frames: 0)
            if session.isInTransaction { try? session.run("ROLLBACK", []) }
            throw isFull ? error : StoreError.inDoubt("\(error)")
        }
        try requireKept()
    }
}
