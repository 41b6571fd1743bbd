internal import NIOPosix
package import Store
internal import Synchronization

/// A store in a PostgreSQL database, for any number of processes.
///
/// Every change is a transaction of its own at READ COMMITTED, every look one of one moment. Short
/// work and long reads have connections of their own, so that a report never stands in the way of
/// somebody at a till.
package final class PostgresStore: Driver {
    /// Limits of a store's connections and queues.
    package struct Limits: Sendable {
        /// How many connections do short work.
        package var connections = 16
        /// How many connections read long.
        package var reports = 2
        /// How many jobs may wait before more are refused.
        package var waiting = 1_000
        /// How many milliseconds a statement may take.
        package var statement = 30_000
        /// How many milliseconds a statement may wait for what another change holds.
        package var lock = 10_000

        /// Limits that fit a small server.
        package init() {}

        /// Limits of a command that changes much at once, such as an import: a quarter of an hour
        /// for a statement, a minute for what others hold.
        package static var patient: Limits {
            var limits = Limits()
            limits.statement = 900_000
            limits.lock = 60_000
            return limits
        }
    }

    private let address: Address
    private let tally: Tally
    private let threads: NIOThreadPool
    private let short: Lanes
    private let long: Lanes
    private let connect: Lanes.Connect
    private let jitter: @Sendable () -> Double
    /// What the server said of itself when the store was opened.
    private let server = Mutex<[(name: String, value: String)]>([])

    /// Opens the database at an address such as `postgres://user@host1,host2/database`.
    ///
    /// `jitter` draws a number from 0 to 1, by which those who met in each other's way part.
    ///
    /// - Throws: ``StoreError/unreadable(_:)`` for no address, ``StoreError/unreachable(_:)`` where
    ///   the database cannot be reached or lets nobody in.
    package static func open(
        _ address: String,
        limits: Limits = Limits(),
        jitter: @escaping @Sendable () -> Double
    ) async throws -> PostgresStore {
        let store = PostgresStore(try Address(address), limits, jitter)
        do {
            // Once and no more: whoever mistyped something is told at once.
            let server = try await store.threads.runIfActive {
                try store.connect().aboutServer()
            }
            store.server.withLock { $0 = server }
            return store
        } catch StoreError.unavailable(let words) {
            await store.close()
            throw StoreError.unreachable("\(words). \(Address.advice(after: words))")
        } catch {
            await store.close()
            throw error
        }
    }

    private init(
        _ address: Address,
        _ limits: Limits,
        _ jitter: @escaping @Sendable () -> Double
    ) {
        self.address = address
        self.jitter = jitter
        let tally = Tally()
        let threads = NIOThreadPool(numberOfThreads: limits.connections + limits.reports)
        threads.start()
        self.tally = tally
        self.threads = threads
        let connect: Lanes.Connect = {
            let settings = Self.settings(statement: limits.statement, lock: limits.lock)
            let patience = Int32(limits.statement + limits.lock + 20_000)
            return PostgresSession(try Wire(address, settings, patience: patience, tally))
        }
        self.connect = connect
        short = Lanes(
            limits.connections,
            waiting: limits.waiting,
            threads: threads,
            jitter: jitter,
            connect: connect
        )
        long = Lanes(
            limits.reports,
            waiting: limits.waiting,
            threads: threads,
            jitter: jitter
        ) {
            let settings = Self.settings(statement: 0, lock: limits.lock)
            return PostgresSession(try Wire(address, settings, patience: -1, tally))
        }
    }

    /// A command that fails may end without closing what it opened.
    deinit { threads.shutdownGracefully { _ in } }

    /// How often a connection has waited for an answer.
    package var trips: Int { tally.count }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await short.perform(.read, body)
    }

    package func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await long.perform(.report, body)
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await short.perform(.write, body)
    }

    package func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await long.perform(.define(Self.words(script)), body)
    }

    package func rest(before tries: Int) async {
        // Whoever goes away meanwhile only makes the rest shorter.
        try? await Task.sleep(for: .milliseconds(jitter() * Double(4 << tries)))
    }

    package var canLookAgain: Bool { true }

    package func backup(to file: String) async throws {
        throw StoreError.unavailable("a PostgreSQL database is backed up by its own tools")
    }

    package func facts() async -> [(name: String, value: String)] {
        let (short, long) = (short.counts, long.counts)
        return [
            ("store", address.shown)
        ] + server.withLock { $0 } + [
            ("connections-busy", "\(short.busy + long.busy)"),
            ("connections-idle", "\(short.free + long.free)"),
            ("jobs-waiting", "\(short.waiting + long.waiting)"),
            ("round-trips", "\(trips)"),
        ]
    }

    package func close() async {
        await short.close()
        await long.close()
        // Only an event loop could refuse, and this is none.
        try? await threads.shutdownGracefully()
    }

    /// What holds for the whole of a connection.
    private static func settings(statement: Int, lock: Int) -> String {
        """
        SELECT set_config('commonhour.books', 'none', false);
        SELECT set_config('statement_timeout', '\(statement)', false),
            set_config('lock_timeout', '\(lock)', false),
            set_config('idle_in_transaction_session_timeout', '600000', false),
            set_config('jit', 'off', false),
            set_config('cursor_tuple_fraction', '1', false),
            set_config('bytea_output', 'hex', false);
        SELECT set_config('commonhour.books', CASE
            WHEN pg_has_role(session_user, relowner, 'USAGE') THEN 'none'
            ELSE session_user || '_books' END, false)
            FROM pg_class WHERE oid = to_regclass('migration');
        SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') = 'off';
        """
    }

    private static func words(_ script: Script) -> String {
        var text = script.common + "\n" + script.postgres
        for (word, meaning) in [
            ("{id}", "BIGINT"), ("{int}", "BIGINT"), ("{text}", "TEXT COLLATE \"C\""),
            ("{bytes}", "BYTEA"), ("{table}", ""), ("{keyed}", ""),
        ] {
            text = text.replacing(word, with: meaning)
        }
        return text
    }
}

extension PostgresSession {
    /// What the server says of itself: name and value.
    fileprivate func aboutServer() throws -> [(name: String, value: String)] {
        try begin(.read)
        var facts: [(name: String, value: String)] = []
        let sql: SQLText = """
            SELECT current_setting('server_version'), current_setting('fsync'),
                CASE WHEN pg_is_in_recovery() THEN 'yes' ELSE 'no' END, session_user,
                CASE WHEN (SELECT rolsuper OR rolbypassrls FROM pg_roles
                    WHERE rolname = session_user) THEN 'none'
                WHEN (SELECT pg_has_role(session_user, relowner, 'USAGE') FROM pg_class
                    WHERE oid = to_regclass('migration')) THEN 'its own' ELSE 'given' END
            """
        try each(sql, []) { row in
            facts = [
                ("database", "PostgreSQL \(row.text(0))"), ("fsync", row.text(1)),
                ("in-recovery", row.text(2)), ("role", row.text(3)), ("rules", row.text(4)),
            ]
            return false
        }
        return facts
    }
}
