package import Ledger
internal import SQLiteStore
package import Store
package import Timebank
internal import Foundation

/// A database engine that tests run on.
package enum Backend: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite
    case postgres

    /// The engines that tests run on here: all of them.
    package static var available: [Backend] { allCases }

    package var description: String { rawValue }
}

/// A clock that moves only when a test advances it.
///
/// It is thread-safe.
package final class TestClock: @unchecked Sendable {
    private let lock = NSLock()
    private var moment: Instant

    /// Starts the clock at this instant.
    package init(_ moment: Instant = TestClock.start) { self.moment = moment }

    /// Friday, 20 November 2026, 12:00 UTC.
    package static let start = Instant(microseconds: 1_795_176_000_000_000)

    package var now: Instant { lock.withLock { moment } }

    /// Advances the clock.
    package func advance(_ duration: Duration) { lock.withLock { moment = moment + duration } }
}

/// Runs `body` on a new database that is migrated and empty, and deletes it afterwards.
package func withDatabase<T>(
    on backend: Backend,
    _ body: (Database) async throws -> T
) async throws -> T {
    switch backend {
    case .sqlite: try await withFile(body)
    case .postgres: try await Cluster.here.withDatabase(body)
    }
}

/// Runs a schema change on a test's database.
///
/// The role with which tests use a PostgreSQL database may not change its schema, so there the
/// change runs as the owner.
package func define(
    _ script: Script,
    in database: Database,
    on backend: Backend
) async throws {
    switch backend {
    case .sqlite: try await database.define(script) { _ in }
    case .postgres: try await Cluster.here.define(script, in: database)
    }
}

private func withFile<T>(_ body: (Database) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("commonhour-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appendingPathComponent("store.sqlite").path)
    let database = Database(store)
    try await Schema.migrator.migrate(database)
    do {
        let result = try await body(database)
        await database.close()
        return result
    } catch {
        await database.close()
        throw error
    }
}

/// Runs `body` on a bank with a new, empty database, and deletes the database afterwards.
package func withBank<T>(
    on backend: Backend,
    of scheme: Scheme = .standard,
    clock: TestClock = TestClock(),
    _ body: (Bank, Database) async throws -> T
) async throws -> T {
    try await withDatabase(on: backend) { database in
        if scheme !== Scheme.standard { try await scheme.migrate(database, on: backend) }
        let bank = try await Bank(
            database,
            of: scheme,
            clock: { clock.now },
            dice: Dice { UInt64.random(in: .min ... .max) }
        )
        return try await body(bank, database)
    }
}
