internal import CSQLite
internal import GRDB
internal import GRDBSQLite
internal import Store

/// Opens connections with the settings of this store.
enum Connection {
    /// The version of the SQLite library that is loaded.
    static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// Without memory statistics, which would take a lock for each allocation of SQLite.
    private static let isSetUp =
        csqlite_count_no_memory() == SQLITE_OK && csqlite_take_addresses() == SQLITE_OK

    /// The settings of every connection.
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
            // Checkpoints run between batches on this connection, and never automatically.
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

    /// A database in memory, for running the migrations to compare schemas.
    static func scratch() throws -> DatabaseQueue { try DatabaseQueue(configuration: common) }

    /// How much of the file is mapped into memory at most, in bytes.
    private static let mappedMost = 0x7FFF_0000

    /// A read-only connection.
    ///
    /// For short reads it maps the file into memory, because copying each page took a third of a
    /// statement's time. Long reads do not: they go through the whole file, which would then count
    /// as memory of the process. Nor does the writer, where an I/O error must become an error and
    /// not a signal that ends the process.
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
    /// The error for the caller of the store.
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
