internal import Foundation
internal import SQLiteStore
internal import Store

/// A store with one small table, to try a driver on.
struct Shelf: Sendable {
    let database: Database
    let path: String

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

/// Runs a test on a shelf of its own.
@discardableResult
func withShelf<T>(
    _ limits: SQLiteStore.Limits = SQLiteStore.Limits(),
    _ body: (Shelf) async throws -> T
) async throws -> T {
    try await withFolder { folder in
        let path = folder.appendingPathComponent("shelf.sqlite").path
        let database = Database(try SQLiteStore(path: path, limits: limits))
        try await database.define(
            Script(
                """
                CREATE TABLE thing (
                    id {id} PRIMARY KEY, name {text} NOT NULL, count {int} NOT NULL
                ){table};
                """
            )
        ) { _ in }
        let result: Result<T, any Error>
        do { result = .success(try await body(Shelf(database: database, path: path))) } catch {
            result = .failure(error)
        }
        await database.close()
        return try result.get()
    }
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
