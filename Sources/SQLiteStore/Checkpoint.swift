internal import CSQLite
internal import GRDB
internal import GRDBSQLite
internal import Store
internal import Synchronization

/// Checkpoints the write-ahead log between batches, on the writing connection.
///
/// In small steps, so that no write waits long for one; larger ones when many writes wait, because
/// each step costs a flush. Readers can prevent the log from being reused; once it is very large, a
/// step waits for them.
final class Checkpoint: Sendable {
    private let connection: Mutex<OpaquePointerBox>
    private let frames = Atomic<Int>(0)

    /// The log pages that make a step worth its flush: with no other write waiting, in addition for
    /// each write of the last batch, and at most.
    private static let (least, each, most) = (200, 30, 4_000)
    private static let large = 50_000

    init(_ db: GRDB.Database) throws {
        guard let pointer = db.sqliteConnection else { throw StoreError.closed }
        connection = Mutex(OpaquePointerBox(pointer: pointer))
        let own = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            pointer,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let own = Unmanaged<Checkpoint>.fromOpaque(context).takeUnretainedValue()
                own.frames.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            },
            own
        )
    }

    /// The number of pages in the log after the last commit.
    var pages: Int { frames.load(ordering: .relaxed) }

    /// Whether the log is large enough for a step after a batch of so many writes.
    func isWorthAStep(after changes: Int) -> Bool {
        pages >= min(Self.least + Self.each * changes, Self.most)
    }

    /// Checkpoints what readers allow; on a very large log it waits for them.
    func step() {
        run(pages >= Self.large ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE)
    }

    /// Checkpoints everything and empties the log.
    func finish() { run(SQLITE_CHECKPOINT_TRUNCATE) }

    /// Makes the connection leave all files as they are when it closes.
    ///
    /// The path may by now be another store's, and SQLite would checkpoint and delete that one's
    /// log.
    func leaveEverything() { connection.withLock { _ = csqlite_leave_log($0.pointer) } }

    private func run(_ mode: Int32) {
        connection.withLock {
            // After a failure the log is as it was, and the next step tries again.
            _ = sqlite3_wal_checkpoint_v2($0.pointer, nil, mode, nil, nil)
        }
    }
}

/// Passes a connection to the queue that uses it.
struct OpaquePointerBox: @unchecked Sendable {
    let pointer: OpaquePointer
}
