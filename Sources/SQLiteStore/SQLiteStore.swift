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
        /// To look at a file that nobody changes, exactly as it is: what lies beside it does not
        /// count, and nothing is made there.
        case unchanging
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
    /// What SQLite is told to open for reading.
    private let source: String
    private let lock: ProcessLock?
    private let writer: WriteLane?
    private let readers: ReadLanes

    /// Opens the store at `path`, making it where there is none and `mode` allows it.
    ///
    /// A store opened alone is watched: once its file is moved, removed or replaced it takes and
    /// answers nothing, and `tell` is told what to do, once.
    ///
    /// - Throws: ``StoreError/held(by:)`` while another process has it,
    ///   ``StoreError/unreadable(_:)`` for a file that is no store,
    ///   ``StoreError/unreachable(_:)`` where the file or its folder does not let us.
    package init(
        path: String,
        mode: Mode = .alone,
        limits: Limits = Limits(),
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        let path = try StoreFile.real(path)
        self.path = path
        do {
            switch mode {
            case .alone:
                let lock = try ProcessLock(beside: path, making: true)
                try Trailer.remove(from: lock.file)
                writer = try WriteLane(path: path, limit: limits.writes, lock: lock, tell: tell)
                self.lock = lock
                source = path
            case .reading:
                (lock, writer) = (nil, nil)
                source = try Self.source(reading: path)
            case .unchanging:
                (lock, writer) = (nil, nil)
                source = StoreFile.unchanging(path)
            }
            readers = try ReadLanes(
                path: source,
                count: limits.readers,
                limit: limits.reads,
                watch: writer?.watch
            )
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
        try writer?.watch.requireThere()
        let lanes = try ReadLanes(
            path: source,
            count: 1,
            limit: 1,
            forLong: true,
            watch: writer?.watch
        )
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
        try writer?.watch.requireThere()
        let connection = try Connection.reader(path: source, forLong: true)
        defer { try? connection.close() }
        try writer?.watch.requireThere()
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

    /// What a script says to SQLite, its words in braces replaced.
    ///
    /// Byte by byte, since a server does this with all scripts before it starts.
    static func words(_ script: Script) -> String {
        let text = Array((script.common + "\n" + script.sqlite).utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            bytes += rest[..<open]
            rest = rest[open...]
            if let (word, meaning) = meanings.first(where: { rest.starts(with: $0.word) }) {
                bytes += meaning
                rest = rest.dropFirst(word.count)
            } else {
                bytes.append(rest.removeFirst())
            }
        }
        return String(decoding: bytes + rest, as: UTF8.self)
    }

    private static let meanings: [(word: [UInt8], meaning: [UInt8])] = [
        ("{id}", "INTEGER"), ("{int}", "INTEGER"), ("{text}", "TEXT"), ("{bytes}", "BLOB"),
        ("{table}", " STRICT"), ("{keyed}", " STRICT, WITHOUT ROWID"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
