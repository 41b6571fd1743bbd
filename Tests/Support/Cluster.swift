internal import CLibpq
internal import Dispatch
internal import Foundation
package import PostgresStore
package import Store
internal import Synchronization
internal import Timebank

/// The private PostgreSQL server that tests run on.
///
/// It is the server at the address in `COMMONHOUR_TEST_POSTGRES` or, without that variable, one
/// that is started on first use and stops with this process. Each test gets a database of its own,
/// copied from a migrated template. It connects as a role that owns nothing and has only the rights
/// that a server needs.
package final class Cluster: Sendable {
    /// The address of the server, for a role that may create databases and is no superuser.
    package let address: String
    private let queue = DispatchQueue(label: "commonhour.tests.cluster")
    private let count = Atomic(0)
    /// Limits the databases that are in use at once, so that the server's connections suffice.
    private let places = Places(16)

    /// The names of databases that are made once and then copied for tests, by key.
    private let originals = Mutex<[String: Task<String, any Error>]>([:])

    private static let template = "commonhour_template"
    private static let shared = Mutex<Task<Cluster, any Error>?>(nil)

    /// The server of this process, which is started on first use.
    package static var here: Cluster {
        get async throws {
            let task = shared.withLock { task in
                let found = task ?? Task { try await Cluster() }
                task = found
                return found
            }
            return try await task.value
        }
    }

    private init() async throws {
        let given = ProcessInfo.processInfo.environment["COMMONHOUR_TEST_POSTGRES"]
        address = try given ?? Self.start()
        try await run("CREATE DATABASE \(Self.template)_\(getpid())")
        let name = "\(Self.template)_\(getpid())"
        let owner = try await open(name, as: .owner)
        try await Schema.migrator.migrate(Database(owner))
        let server = try await open(name)
        try await owner.letServe(server.role(), Schema.rights())
        await server.close()
        await owner.close()
    }

    /// Runs `body` on a new database that is migrated and empty, and drops it afterwards.
    package func withDatabase<T>(_ body: (Database) async throws -> T) async throws -> T {
        try await withCopy(of: "\(Self.template)_\(getpid())", body)
    }

    /// Runs `body` on a copy of a database that `made` fills once in this process.
    ///
    /// - `what`: The key of the original; part of a database name.
    /// - `made`: Fills the original, a migrated and empty database.
    package func withCopy<T>(
        of what: String,
        made: @escaping @Sendable (Database) async throws -> Void,
        _ body: (Database) async throws -> T
    ) async throws -> T {
        let task = originals.withLock { originals in
            let task = originals[what] ?? Task { try await self.make(what, made) }
            originals[what] = task
            return task
        }
        return try await withCopy(of: task.value, body)
    }

    private func make(
        _ what: String,
        _ fill: (Database) async throws -> Void
    ) async throws -> String {
        let name = "original_\(getpid())_\(what)"
        try await run("CREATE DATABASE \(name) TEMPLATE \(Self.template)_\(getpid())")
        let database = Database(try await open(name))
        let filled: Result<Void, any Error>
        do { filled = .success(try await fill(database)) } catch { filled = .failure(error) }
        await database.close()
        try filled.get()
        return name
    }

    private func withCopy<T>(
        of original: String,
        _ body: (Database) async throws -> T
    ) async throws -> T {
        try await withDatabase(from: original) { name in
            let database = Database(try await open(name))
            do {
                let result = try await body(database)
                await database.close()
                return result
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Runs `body` on a store whose planner uses a sequential scan only where no index can be used.
    ///
    /// So a test can find the statements that have no index.
    package func withSparingStore(_ body: (any Driver) async throws -> Void) async throws {
        try await withDatabase(from: "\(Self.template)_\(getpid())") { name in
            try await run("ALTER DATABASE \(name) SET enable_seqscan = off")
            let store = try await open(name)
            let result: Result<Void, any Error>
            do { result = .success(try await body(store)) } catch { result = .failure(error) }
            await store.close()
            try result.get()
        }
    }

    /// Runs `body` with the address of a new database without any tables, and drops it afterwards.
    package func withAddress<T>(_ body: (String) async throws -> T) async throws -> T {
        try await withDatabase(from: "template1") { try await body(address(of: $0)) }
    }

    private func withDatabase<T>(
        from template: String,
        _ body: (String) async throws -> T
    ) async throws -> T {
        await places.take()
        defer { places.give() }
        let name = "test_\(getpid())_\(count.add(1, ordering: .relaxed).newValue)"
        try await run("CREATE DATABASE \(name) TEMPLATE \(template)")
        let result: Result<T, any Error>
        do { result = .success(try await body(name)) } catch { result = .failure(error) }
        try await run("DROP DATABASE \(name)")
        return try result.get()
    }

    /// The role with which a test connects to a database.
    package enum Role: String, Sendable {
        /// The owner of the database and its tables.
        case owner = "commonhour"
        /// A role with only the rights that a server needs.
        case server = "commonhour_server"
    }

    /// Runs a schema change as the owner of the tables.
    package func define(_ script: Script, in database: Database) async throws {
        try await withOwner(of: database) { try await $0.define(script) { _ in } }
    }

    /// Runs `body` with a connection pool of the owner of a test's database.
    package func withOwner<T>(
        of database: Database,
        _ body: (PostgresStore) async throws -> T
    ) async throws -> T {
        let owner = try await open(name(of: database), as: .owner)
        let result: Result<T, any Error>
        do { result = .success(try await body(owner)) } catch { result = .failure(error) }
        await owner.close()
        return try result.get()
    }

    /// The role with which a test's database is served.
    package func server(of database: Database) async throws -> PostgresStore.Role {
        let server = try await open(name(of: database))
        let role = try await server.role()
        await server.close()
        return role
    }

    private func name(of database: Database) async throws -> String {
        try await database.read(in: .none) { tx in
            try tx.first("SELECT current_database()") { $0.text(0) } ?? ""
        }
    }

    private func open(_ name: String, as role: Role = .server) async throws -> PostgresStore {
        var limits = PostgresStore.Limits()
        limits.connections = 8
        return try await PostgresStore.open(address(of: name, as: role), limits: limits) {
            .random(in: 0...1)
        }
    }

    /// The address of a database, for a role.
    package func address(of name: String, as role: Role = .owner) -> String {
        address.replacing("/postgres?", with: "/\(name)?")
            .replacing("//\(Role.owner.rawValue)@", with: "//\(role.rawValue)@")
    }

    /// Runs a statement that is not allowed in a transaction, such as `CREATE DATABASE`.
    ///
    /// The statements run one after another on a queue, since libpq blocks its thread.
    private func run(_ statement: String) async throws {
        try await withCheckedThrowingContinuation { done in
            queue.async { done.resume(with: Result { try self.execute(statement) }) }
        }
    }

    private func execute(_ statement: String) throws {
        let connection = PQconnectdb(address)
        defer { PQfinish(connection) }
        let result = PQexec(connection, statement)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw Trouble(words: String(cString: PQerrorMessage(connection)))
        }
    }

    private static func start() throws -> String {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "scripts/cluster")
        // `Process` of Foundation reads state that other threads modify, which crashes; so `popen`
        // is used.
        guard let output = popen("'\(script.path)' \(getpid())", "r") else {
            throw Trouble(words: "scripts/cluster could not be started")
        }
        var line = [CChar](repeating: 0, count: 4_096)
        let isThere = fgets(&line, Int32(line.count), output) != nil
        pclose(output)
        let said = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let address =
            isThere
            ? String(decoding: said, as: UTF8.self).trimmingCharacters(in: .newlines) : ""
        guard address.hasPrefix("postgres://") else {
            throw Trouble(words: "scripts/cluster could not start a PostgreSQL for the tests")
        }
        return address
    }

    /// Why the server or a database is not available.
    private struct Trouble: Error, CustomStringConvertible {
        let words: String
        var description: String { words }
    }
}

/// A counting semaphore for tasks; those that wait are served in order of arrival.
private final class Places: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    func take() async {
        await withCheckedContinuation { mine in
            let isFree = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(mine)
                return false
            }
            if isFree { mine.resume() }
        }
    }

    func give() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
