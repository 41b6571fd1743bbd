internal import NIOPosix
package import Store
internal import Synchronization

/// A store in a PostgreSQL database, for any number of processes.
///
/// A write runs at READ COMMITTED, a read in one snapshot. Short work and long reads have separate
/// connections, so that a report does not delay somebody at a till.
package final class PostgresStore: Driver {
    /// Limits of connections, queues and waiting times.
    package struct Limits: Sendable {
        /// The number of connections for short work.
        package var connections = 16
        /// The number of connections for long reads.
        package var reports = 2
        /// How many jobs can wait before more are refused.
        package var waiting = 1_000
        /// The longest time of a statement, in milliseconds.
        package var statement = 30_000
        /// The longest wait for a lock, in milliseconds.
        package var lock = 10_000

        /// Limits for a small server.
        package init() {}

        /// Limits for a command that changes much at once, such as an import: a quarter of an hour
        /// for a statement, a minute for a lock.
        package static var patient: Limits {
            var limits = Limits()
            limits.statement = 900_000
            limits.lock = 60_000
            return limits
        }
    }

    private let address: Address
    private let roundTrips: RoundTrips
    private let threads: NIOThreadPool
    private let short: ConnectionPool
    private let long: ConnectionPool
    private let connect: ConnectionPool.Connect
    private let jitter: @Sendable () -> Double
    /// Facts that the server reported when the store was opened.
    private let server = Mutex<[(name: String, value: String)]>([])

    /// Opens the database at an address such as `postgres://user@host1,host2/database`.
    ///
    /// - jitter: Returns a random number from 0 to 1, for the delays between retries.
    /// - Throws: ``StoreError/unreadable(_:)`` for a malformed address,
    ///   ``StoreError/unreachable(_:)`` where the database cannot be reached or refuses the
    ///   connection.
    package static func open(
        _ address: String,
        limits: Limits = Limits(),
        jitter: @escaping @Sendable () -> Double
    ) async throws -> PostgresStore {
        let store = PostgresStore(try Address(address), limits, jitter)
        do {
            // One attempt only, so that a mistyped address is reported at once.
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
        let trips = RoundTrips()
        let threads = NIOThreadPool(numberOfThreads: limits.connections + limits.reports)
        threads.start()
        roundTrips = trips
        self.threads = threads
        let connect: ConnectionPool.Connect = {
            let settings = Self.settings(statement: limits.statement, lock: limits.lock)
            let patience = Int32(limits.statement + limits.lock + 20_000)
            return PostgresSession(try Wire(address, settings, patience: patience, trips))
        }
        self.connect = connect
        short = ConnectionPool(
            limits.connections,
            waiting: limits.waiting,
            threads: threads,
            jitter: jitter,
            connect: connect
        )
        long = ConnectionPool(
            limits.reports,
            waiting: limits.waiting,
            threads: threads,
            jitter: jitter
        ) {
            let settings = Self.settings(statement: 0, lock: limits.lock)
            return PostgresSession(try Wire(address, settings, patience: -1, trips))
        }
    }

    /// For a command that fails before it closes the store.
    deinit { threads.shutdownGracefully { _ in } }

    /// How many round trips to the server there were.
    package var trips: Int { roundTrips.count }

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
        // A cancelled task only shortens the delay.
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
        // It throws only on an event loop, and this is none.
        try? await threads.shutdownGracefully()
    }

    /// The settings of a connection, as SQL.
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
    /// Facts that the server reports of itself: name and value.
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
