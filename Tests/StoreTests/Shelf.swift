internal import Foundation
internal import PostgresStore
internal import SQLiteStore
internal import Store
internal import Support
internal import Synchronization
internal import Testing

/// A store with one small table, to try a driver on.
struct Shelf: Sendable {
    let database: Database
    /// Where its file is, or its address.
    let path: String

    /// What it is made with.
    static let script = Script(
        """
        CREATE TABLE thing (
            id {id} PRIMARY KEY, name {text} NOT NULL, count {int} NOT NULL
        ){table};

        """,
        postgres: Script.horizon(over: "thing")
    )

    /// The largest id of a thing.
    static let largest: SQLText = "SELECT MAX(id) FROM thing"

    /// Puts a thing on the shelf.
    func put(_ id: Int64, _ name: String = "", count: Int64 = 0) async throws {
        try await database.write { tx in
            try tx.run("INSERT INTO thing (id, name, count) VALUES ($1, $2, $3)", id, name, count)
        }
    }

    /// The ids of all things on the shelf.
    func ids() async throws -> [Int64] {
        try await database.read { tx in
            try tx.all("SELECT id FROM thing ORDER BY id") { $0.integer(0) }
        }
    }
}

/// Runs a test on a shelf of its own, where at most so many may wait.
@discardableResult
func withShelf<T>(
    on engine: Engine,
    queue: Int = 1_000,
    _ body: (Shelf) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite:
        return try await withFolder { folder in
            let path = folder.appendingPathComponent("shelf.sqlite").path
            let store = try SQLiteStore(path: path, limits: SQLiteStore.Limits(writes: queue))
            return try await withShelf(Database(store), path, body)
        }
    case .postgres:
        var limits = PostgresStore.Limits()
        limits.waiting = queue
        // A queue is only as short as it says where one connection works on it.
        if queue < 1_000 { limits.connections = 1 }
        return try await withPostgres(limits) { shelf, _ in try await body(shelf) }
    }
}

/// Runs a test on a shelf in a database of its own.
@discardableResult
func withPostgres<T>(
    _ limits: PostgresStore.Limits = PostgresStore.Limits(),
    _ body: (Shelf, PostgresStore) async throws -> T
) async throws -> T {
    try await Cluster.here.withAddress { address in
        let store = try await PostgresStore.open(address, limits: limits) { 0.5 }
        return try await withShelf(Database(store), address) { try await body($0, store) }
    }
}

private func withShelf<T>(
    _ database: Database,
    _ path: String,
    _ body: (Shelf) async throws -> T
) async throws -> T {
    let result: Result<T, any Error>
    do {
        try await database.define(Shelf.script) { _ in }
        result = .success(try await body(Shelf(database: database, path: path)))
    } catch {
        result = .failure(error)
    }
    await database.close()
    return try result.get()
}

/// Ends every connection of this shelf's store, and waits until the server has ended them.
func cut(_ shelf: Shelf) async throws {
    let address = shelf.path + "&application_name=admin"
    let admin = Database(try await PostgresStore.open(address) { 0.5 })
    let count = try await admin.read { tx in
        try tx.first(
            """
            SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'commonhour'
            """
        ) { $0.integer(0) }
    }
    #expect(count ?? 0 > 0)
    await admin.close()
}

/// Runs a test with a folder of its own.
@discardableResult
func withFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("commonhour-shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// What a test throws where a rule would refuse.
struct No: Error, Equatable {}

/// Stands in the way of a driver until it is opened, and says when something has come up to it.
final class Gate: Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)

    /// Waits until it is opened.
    func pass() {
        arrived.signal()
        opened.wait()
    }

    /// Waits until something stands before it.
    func awaitArrival() async {
        await withCheckedContinuation { done in
            DispatchQueue.global().async {
                self.arrived.wait()
                done.resume()
            }
        }
    }

    /// Lets one through.
    func open() { opened.signal() }
}

/// Counts, from wherever.
final class Count: Sendable {
    private let count = Atomic<Int>(0)

    /// One more.
    @discardableResult
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
