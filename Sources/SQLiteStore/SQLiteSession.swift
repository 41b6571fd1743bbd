internal import GRDB
internal import GRDBSQLite
internal import Store

/// The statements of one connection, each prepared once.
final class SQLiteSession: Session {
    private let db: GRDB.Database
    private let connection: OpaquePointer
    private var prepared: [UInt: Prepared] = [:]
    /// Whatever is said here, a file shows everything.
    var scope = Scope.none

    init(_ db: GRDB.Database) throws {
        guard let connection = db.sqliteConnection else { throw StoreError.closed }
        self.db = db
        self.connection = connection
    }

    /// How many rows were changed since the connection was opened.
    var changesSoFar: Int64 { sqlite3_total_changes64(connection) }

    /// Whether a transaction is under way; SQLite ends it by itself on some failures.
    var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

    /// Whether the last failure was a full disk.
    var foundNoRoom: Bool { sqlite3_errcode(connection) & 0xFF == SQLITE_FULL }

    /// Lets all statements go, without which the connection cannot close.
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

    /// The one number that a statement finds.
    func number(_ sql: SQLText) throws -> Int {
        var number = 0
        try each(sql, []) { row in
            number = Int(row.integer(0))
            return false
        }
        return number
    }

    /// Writes are one after another here, so whatever a snapshot shows is complete.
    func horizon() throws -> Int64 { .max }

    func pendingHorizon() throws -> Int64 { 0 }

    /// Writes are one after another here, so each of them is alone.
    func alone(on name: @autoclosure () -> Int64) throws {}

    private func statement(_ sql: SQLText) throws -> Prepared {
        // A literal is known by where it stands in the program.
        let place = sql.place
        if let known = prepared[place], !known.isRunning { return known }
        do {
            let fresh = try Prepared(sql, on: db)
            if prepared[place] == nil { prepared[place] = fresh }
            return fresh
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }
}
