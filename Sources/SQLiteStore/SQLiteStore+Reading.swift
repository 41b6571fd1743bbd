internal import GRDB
internal import Glibc
internal import Store

extension SQLiteStore {
    /// The path or URI that SQLite opens to read the store at `path`, also while it is served.
    ///
    /// In write-ahead mode SQLite needs an index of the log beside the store, and creates it if it
    /// has to. Where it may not, a store that is neither served nor has a log is opened as
    /// immutable.
    ///
    /// - Throws: ``StoreError/unreachable(_:)``, which says what is needed.
    static func source(reading path: String) throws -> String {
        try ProcessLock.requireWholeView(of: path)
        do {
            try Connection.reader(path: path).close()
            return path
        } catch let error as DatabaseError {
            guard [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode),
                access(path, F_OK) == 0
            else { throw error }
            guard access(path, R_OK) == 0 else {
                throw StoreError.unreachable(
                    """
                    You may not read \(path). Run this as the user to whom the store belongs.
                    """
                )
            }
            guard !ProcessLock.isHeld(path), size(path + "-wal") == 0 else {
                throw needs(path)
            }
            return StoreFile.unchanging(path)
        }
    }

    private static func needs(_ path: String) -> StoreError {
        .unreachable(
            """
            To look at \(path), SQLite has to make or change \(path)-shm beside it, and you may \
            not write there. Run this as the user to whom the store belongs, or make a backup as \
            that user and look at the backup.
            """
        )
    }

    /// The size of a file in bytes; 0 where there is none.
    private static func size(_ path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }
}
