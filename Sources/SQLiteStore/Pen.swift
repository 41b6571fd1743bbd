internal import GRDB
internal import Store

/// What writes batches on the writing connection; only its queue may use it.
final class Pen: @unchecked Sendable {
    private(set) var session: SQLiteSession
    let checkpoint: Checkpoint
    let watch: Watch
    private var isShut = false

    /// A log with more pages than this is cut when it starts over.
    private static let longLog = 12_000

    /// A pen on a connection; `watching` begins to watch a store whose pages have a size.
    init(_ db: GRDB.Database, watching: (Int) throws -> Watch) throws {
        session = try SQLiteSession(db)
        checkpoint = try Checkpoint(db)
        // Asking has SQLite open, and so make, what it keeps beside the store.
        let pages = try session.number("PRAGMA page_count")
        watch = try watching(try session.number("PRAGMA page_size"))
        watch.knowAnew(pages: pages)
    }

    /// Moves some of the log into the store after a batch of so many changes.
    func step(after changes: Int) {
        guard !isShut, checkpoint.isWorthAStep(after: changes), watch.trouble() == nil else {
            return
        }
        checkpoint.step()
        watch.knowAnew(pages: (try? session.number("PRAGMA page_count")) ?? 0)
    }

    /// Empties the log and forgets the statements, without which the connection cannot close.
    ///
    /// Once: after it the connection is gone, and with it what the checkpoint points at.
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

    /// Looks again, after a commit, whether the store is where what was done will be found.
    ///
    /// - Throws: ``StoreError/inDoubt(_:)``.
    func requireKept() throws {
        watch.expect(frames: checkpoint.pages)
        if let trouble = watch.trouble() { throw StoreError.inDoubt(trouble) }
    }

    /// Runs a batch in one transaction; returns why it was not done, or nil when it is on disk.
    func write(_ batch: [any Job]) -> StoreError? {
        if isShut { return .closed }
        do {
            try watch.requireThere()
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
