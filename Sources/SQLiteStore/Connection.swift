internal import CSQLite
internal import GRDB
internal import GRDBSQLite
internal import Store

/// Opens connections the way this store needs them.
enum Connection {
    /// Of the SQLite that is really loaded.
    static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// Counting what memory SQLite has taken would make each of its allocations wait for a lock.
    private static let isSetUp =
        csqlite_count_no_memory() == SQLITE_OK && csqlite_take_addresses() == SQLITE_OK

    /// What every connection begins with.
    private static var common: Configuration {
        _ = isSetUp
        return Configuration()
    }

    /// The one connection that writes and checkpoints.
    static func writer(path: String) throws -> DatabaseQueue {
        var configuration = common
        configuration.label = "commonhour.write"
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // Checkpoints run between batches, on this connection, and never by themselves.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA wal_autocheckpoint = 0;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -65536;
                    PRAGMA journal_size_limit = 67108864;
                    """
            )
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A database in memory, in which something is only tried.
    static func scratch() throws -> DatabaseQueue { try DatabaseQueue(configuration: common) }

    /// How much of the file SQLite can look at where the system has it in memory, in bytes.
    private static let mappedMost = 0x7FFF_0000

    /// A connection that reads beside the writer.
    ///
    /// For short reads it looks at the file where the system has it in memory: a statement reads as
    /// many pages as it has lines, and copying each cost a third of it. A long read goes through
    /// the whole file, which would then count as memory of ours. The writer does not do it either,
    /// for there an error of the disk has to be an answer and not the end of the process.
    static func reader(path: String, forLong isLong: Bool = false) throws -> DatabaseQueue {
        var configuration = common
        configuration.label = "commonhour.read"
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA query_only = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA mmap_size = \(isLong ? 0 : mappedMost);
                    PRAGMA cache_size = -8192;
                    """
            )
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}

extension StoreError {
    /// What an error of SQLite means for whoever asked.
    init(_ error: DatabaseError) {
        let text = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .conflict
            case .SQLITE_CONSTRAINT: .constraint(text)
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_NOMEM: .unavailable(text)
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN: .unreadable(text)
            default: .failed(text)
            }
    }
}
