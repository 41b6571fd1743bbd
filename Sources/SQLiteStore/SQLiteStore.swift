internal import GRDB
package import Store

/// A store in one SQLite file, for one process.
///
/// One connection writes and checkpoints; others read beside it. Nobody else may write: the file
/// beside the store that is locked here keeps a second process out, and so keeps clear of the
/// WAL-reset fault of this line of SQLite.
package final class SQLiteStore: Driver {
    /// How a store is opened.
    package enum Mode: Sendable {
        /// To serve or change it: alone, behind the lock.
        case alone
        /// To look at it, beside whoever serves it.
        case reading
    }

    /// Limits of a store's queues.
    package struct Limits: Sendable {
        /// How many changes may wait before more are refused.
        package let writes: Int
        /// How many short reads may wait before more are refused.
        package let reads: Int
        /// How many connections answer short reads.
        package let readers: Int

        /// Limits that fit two to eight cores.
        package init(writes: Int = 8_192, reads: Int = 8_192, readers: Int = 2) {
            self.writes = writes
            self.reads = reads
            self.readers = readers
        }
    }

    private let path: String
    private let lock: ProcessLock?
    private let writer: WriteLane?
    private let readers: ReadLanes

    /// Opens the store at `path`, making it where there is none and `mode` allows it.
    ///
    /// - Throws: ``StoreError/held(by:)`` while another process has it,
    ///   ``StoreError/unreadable(_:)`` for a file that is no store.
    package init(path: String, mode: Mode = .alone, limits: Limits = Limits()) throws {
        self.path = path
        do {
            switch mode {
            case .alone:
                lock = try ProcessLock(beside: path)
                writer = try WriteLane(path: path, limit: limits.writes)
            case .reading:
                lock = nil
                writer = nil
            }
            readers = try ReadLanes(path: path, count: limits.readers, limit: limits.reads)
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await readers.perform(body)
    }

    package func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let lanes = try ReadLanes(path: path, count: 1, limit: 1, forLong: true)
        do {
            let answer = try await lanes.perform(body)
            await lanes.close()
            return answer
        } catch {
            await lanes.close()
            throw error
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        guard let writer else { throw StoreError.held(by: "a process that may write") }
        return try await writer.perform(body)
    }

    package func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        guard let writer else { throw StoreError.held(by: "a process that may write") }
        try await writer.define(Self.words(script), then: body)
    }

    package func backup(to file: String) async throws {
        let connection = try Connection.reader(path: path, forLong: true)
        defer { try? connection.close() }
        do {
            try await connection.writeWithoutTransaction { db in
                // The connection stays read-only; the copy is what it may write.
                try db.execute(sql: "PRAGMA query_only = OFF")
                try db.execute(sql: "VACUUM INTO ?", arguments: [file])
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    package func facts() async -> [(name: String, value: String)] {
        let waiting = writer?.waiting ?? 0
        return [
            ("store", path),
            ("database", "SQLite \(Connection.libraryVersion)"),
            ("writes-waiting", "\(waiting)"),
            ("log-pages", "\(writer?.logPages ?? 0)"),
        ]
    }

    package func close() async {
        await readers.close()
        await writer?.close()
        lock?.release()
    }

    static func words(_ script: Script) -> String {
        var text = script.common + "\n" + script.sqlite
        for (word, meaning) in [
            ("{id}", "INTEGER"), ("{int}", "INTEGER"), ("{text}", "TEXT"), ("{bytes}", "BLOB"),
            ("{table}", " STRICT"), ("{keyed}", " STRICT, WITHOUT ROWID"),
        ] {
            text = text.replacing(word, with: meaning)
        }
        return text
    }
}
