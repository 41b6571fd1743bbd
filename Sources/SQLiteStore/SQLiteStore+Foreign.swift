internal import GRDB
internal import Store

extension SQLiteStore {
    /// Refuses another program's database before anything in it is changed: one that has tables,
    /// but not `migration`.
    ///
    /// - Throws: ``StoreError/unreadable(_:)``.
    package static func refuseForeign(_ path: String) throws {
        do {
            let path = try StoreFile.real(path)
            let connection = try Connection.reader(path: try source(reading: path))
            defer { try? connection.close() }
            let tables = try connection.read { db in
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            }
            guard tables.isEmpty || tables.contains("migration") else {
                throw StoreError.unreadable("it belongs to another program")
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }
}
