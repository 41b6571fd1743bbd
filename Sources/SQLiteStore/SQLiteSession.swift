internal import GRDB
internal import GRDBSQLite
internal import Store

/// A session on one connection; each statement is prepared once.
final class SQLiteSession: Session {
    private let db: GRDB.Database
    private let connection: OpaquePointer
    private var prepared: [UInt: Prepared] = [:]
    /// Without effect: SQLite has no row-level security.
    var scope = Scope.none

    init(_ db: GRDB.Database) throws {
        guard let connection = db.sqliteConnection else { throw StoreError.closed }
        self.db = db
        self.connection = connection
    }

    /// How many rows this connection has changed since it was opened.
    var changesSoFar: Int64 { sqlite3_total_changes64(connection) }

    /// Whether a transaction is open; SQLite ends it itself after some errors.
    var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

    /// Whether the last error was a full disk.
    var foundNoRoom: Bool { sqlite3_errcode(connection) & 0xFF == SQLITE_FULL }

    /// Finalizes all statements, without which the connection cannot close.
    func forget() { prepared = [:] }

    func run(_ sql: SQLText, _ values: [Value]) throws {
        try statement(sql).run(values) { _ in true }
    }

    func change(_ sql: SQLText, _ values: [Value]) throws -> Int {
        try statement(sql).run(values) { _ in true }
        return Int(sqlite3_changes64(connection))
    }

    func each(_ sql: SQLText, _ values: [Value], _ body: (Store.Row) throws -> Bool) throws {
        try statement(sql).run(values, body)
    }

    /// The integer in the first column of the first row; 0 where there is no row.
    func number(_ sql: SQLText) throws -> Int {
        var number = 0
        try each(sql, []) { row in
            number = Int(row.integer(0))
            return false
        }
        return number
    }

    /// Writes are serial, so no lower id can be committed later.
    func horizon() throws -> Int64 { .max }

    func pendingHorizon() throws -> Int64 { 0 }

    /// Writes are serial, so no lock is needed.
    func alone(on name: @autoclosure () -> Int64) throws {}

    private func statement(_ sql: SQLText) throws -> Prepared {
        // A literal is recognised by its address.
        let address = sql.address
        if let known = prepared[address], !known.isRunning { return known }
        do {
            let fresh = try Prepared(sql, on: db)
            if prepared[address] == nil { prepared[address] = fresh }
            return fresh
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }
}
