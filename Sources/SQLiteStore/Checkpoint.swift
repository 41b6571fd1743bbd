internal import CSQLite
internal import GRDB
internal import GRDBSQLite
internal import Store
internal import Synchronization

/// Moves pages from the log into the store between batches, on the writing connection.
///
/// In small steps, so that no change waits long for one; where many wait they are larger, for each
/// costs a flush. Readers can keep the log from starting over; when it has grown large all the
/// same, one step waits for them.
final class Checkpoint: Sendable {
    private let connection: Mutex<OpaquePointerBox>
    private let frames = Atomic<Int>(0)

    /// How many pages are worth a step when nobody else waits, for each change that came with the
    /// last batch, and at most.
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

    /// How many pages stood in the log after the last commit.
    var pages: Int { frames.load(ordering: .relaxed) }

    /// Whether what has come together since the last step is worth one after a batch of so many
    /// changes.
    func isWorthAStep(after changes: Int) -> Bool {
        pages >= min(Self.least + Self.each * changes, Self.most)
    }

    /// Moves what has come together since the last step.
    func step() {
        run(pages >= Self.large ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE)
    }

    /// Moves everything and empties the log.
    func finish() { run(SQLITE_CHECKPOINT_TRUNCATE) }

    /// Has the connection leave everything as it is when it closes: a store that is gone may have
    /// another one in its place, whose log would be taken for ours.
    func leaveEverything() { connection.withLock { _ = csqlite_leave_log($0.pointer) } }

    private func run(_ mode: Int32) {
        connection.withLock {
            // A failure leaves the log as it was, and the next step tries again.
            _ = sqlite3_wal_checkpoint_v2($0.pointer, nil, mode, nil, nil)
        }
    }
}

/// Carries a connection to where its queue uses it.
struct OpaquePointerBox: @unchecked Sendable {
    let pointer: OpaquePointer
}
