internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import Store

/// A statement that was prepared once, and the row it stands on.
final class Prepared: Columns {
    private let statement: Statement
    private let pointer: OpaquePointer
    /// For each place of the statement the number of the argument that goes there, from 0.
    private let places: [Int]
    /// Whether it is being stepped through now.
    private(set) var isRunning = false

    init(_ sql: SQLText, on db: GRDB.Database) throws {
        statement = try db.makeStatement(sql: "\(sql)")
        pointer = statement.sqliteStatement
        places = try Self.places(of: pointer)
    }

    /// Runs it with these arguments, showing each row until `body` returns false.
    func run(_ values: [Value], _ body: (Store.Row) throws -> Bool) throws {
        isRunning = true
        defer {
            sqlite3_reset(pointer)
            isRunning = false
        }
        try bind(values)
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: if try !body(Store.Row(self)) { return try finish() }
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(pointer, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(pointer, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Lets a change with a result finish, although its caller has seen enough.
    private func finish() throws {
        guard sqlite3_stmt_readonly(pointer) == 0 else { return }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    private func bind(_ values: [Value]) throws {
        for (place, argument) in places.enumerated() {
            guard argument < values.count else {
                throw StoreError.failed("argument $\(argument + 1) is missing")
            }
            let result = try bind(values[argument], at: Int32(place + 1))
            guard result == SQLITE_OK else { throw failure() }
        }
    }

    private func bind(_ value: Value, at place: Int32) throws -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(pointer, place)
        case .integer(let number): return sqlite3_bind_int64(pointer, place, number)
        case .text(var text):
            return try text.withUTF8 { utf8 in
                if let start = utf8.baseAddress, memchr(start, 0, utf8.count) != nil {
                    throw StoreError.holdsNUL
                }
                return utf8.withMemoryRebound(to: CChar.self) {
                    guard let start = $0.baseAddress else {
                        return sqlite3_bind_text(pointer, place, "", 0, Self.copied)
                    }
                    return sqlite3_bind_text(pointer, place, start, Int32($0.count), Self.copied)
                }
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(pointer, place, 0) }
            return sqlite3_bind_blob(pointer, place, bytes, Int32(bytes.count), Self.copied)
        }
    }

    /// Tells SQLite to copy what is bound before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    private func failure() -> any Error {
        let db = sqlite3_db_handle(pointer)
        let code = ResultCode(rawValue: sqlite3_extended_errcode(db))
        let message = sqlite3_errmsg(db).map { String(cString: $0) }
        return StoreError(DatabaseError(resultCode: code, message: message))
    }

    /// SQLite numbers places by first appearance; our arguments go by the number in their name.
    private static func places(of pointer: OpaquePointer) throws -> [Int] {
        try (0..<sqlite3_bind_parameter_count(pointer)).map { place in
            guard let name = sqlite3_bind_parameter_name(pointer, place + 1),
                let number = Int(String(cString: name).dropFirst()), number >= 1
            else { throw StoreError.failed("an argument has no number") }
            return number - 1
        }
    }
}
