internal import GRDB
package import Store

/// A store in an SQLite file, for one process that writes.
///
/// One connection writes and checkpoints; others read. A lock keeps other processes from writing,
/// which also avoids the WAL-reset bug of this SQLite version.
package final class SQLiteStore: Driver {
    /// What the process does with the store; it decides about the lock.
    package enum Mode: Sendable {
        /// For reading and writing, with the lock on the file.
        case alone
        /// For reading, also while another process serves the store.
        case reading
        /// For reading a file that nobody changes, as it is: a log beside it is ignored, and no
        /// file is created.
        case unchanging
    }

    /// The limits of the queues, beyond which work is refused at once.
    package struct Limits: Sendable {
        /// How many writes can wait before more are refused.
        package let writes: Int
        /// How many short reads can wait before more are refused.
        package let reads: Int
        /// The number of connections for short reads.
        package let readers: Int

        /// Limits for two to eight cores.
        package init(writes: Int = 8_192, reads: Int = 8_192, readers: Int = 2) {
            self.writes = writes
            self.reads = reads
            self.readers = readers
        }
    }

    private let path: String
    /// The path or URI that SQLite opens for reading.
    private let source: String
    private let lock: ProcessLock?
    private let writer: WriteLane?
    private let readers: ReadLanes

    /// Opens the store at `path`; in the mode ``Mode/alone`` it is created if it does not exist.
    ///
    /// In that mode its files are watched: once one is moved, removed or replaced, the store
    /// refuses all work, and `tell` is called once with what happened and what to do.
    ///
    /// - Throws: ``StoreError/held(by:)`` while another process has the lock,
    ///   ``StoreError/unreadable(_:)`` for a file that is no store, ``StoreError/unreachable(_:)``
    ///   where rights on the file or its folder are missing.
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
                // The store's file stays read-only; `VACUUM INTO` writes only the copy.
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

    /// A script as SQLite runs it, with its placeholders replaced.
    ///
    /// Byte by byte, because a server does this with all scripts before it starts.
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
