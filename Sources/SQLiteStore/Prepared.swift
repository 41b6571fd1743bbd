internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import Store

/// A prepared statement, and the current row of its result.
final class Prepared: Columns {
    private let statement: Statement
    private let pointer: OpaquePointer
    /// The index in the argument list, from 0, for each parameter of the statement in order.
    private let arguments: [Int]
    /// Whether it is being stepped through now.
    private(set) var isRunning = false

    init(_ sql: SQLText, on db: GRDB.Database) throws {
        statement = try db.makeStatement(sql: "\(sql)")
        pointer = statement.sqliteStatement
        arguments = try Self.arguments(of: pointer)
    }

    /// Runs it with these arguments and passes each row to `body` until that returns false.
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

    /// Steps a writing statement to its end, although the caller needs no more rows.
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
        for (index, argument) in arguments.enumerated() {
            guard argument < values.count else {
                throw StoreError.failed("argument $\(argument + 1) is missing")
            }
            let result = try bind(values[argument], at: Int32(index + 1))
            guard result == SQLITE_OK else { throw failure() }
        }
    }

    private func bind(_ value: Value, at index: Int32) throws -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(pointer, index)
        case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
        case .text(var text):
            return try text.withUTF8 { utf8 in
                if let start = utf8.baseAddress, memchr(start, 0, utf8.count) != nil {
                    throw StoreError.holdsNUL
                }
                return utf8.withMemoryRebound(to: CChar.self) {
                    guard let start = $0.baseAddress else {
                        return sqlite3_bind_text(pointer, index, "", 0, Self.copied)
                    }
                    return sqlite3_bind_text(pointer, index, start, Int32($0.count), Self.copied)
                }
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(pointer, index, 0) }
            return sqlite3_bind_blob(pointer, index, bytes, Int32(bytes.count), Self.copied)
        }
    }

    /// `SQLITE_TRANSIENT`: SQLite copies a bound value before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    private func failure() -> any Error {
        let db = sqlite3_db_handle(pointer)
        let code = ResultCode(rawValue: sqlite3_extended_errcode(db))
        let message = sqlite3_errmsg(db).map { String(cString: $0) }
        return StoreError(DatabaseError(resultCode: code, message: message))
    }

    /// The argument index of each parameter.
    ///
    /// SQLite numbers parameters by first appearance, while `$2` means the second argument wherever
    /// it appears.
    private static func arguments(of pointer: OpaquePointer) throws -> [Int] {
        try (0..<sqlite3_bind_parameter_count(pointer)).map { index in
            guard let name = sqlite3_bind_parameter_name(pointer, index + 1),
                let number = Int(String(cString: name).dropFirst()), number >= 1
            else { throw StoreError.failed("an argument has no number") }
            return number - 1
        }
    }
}
