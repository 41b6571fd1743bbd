/// SQL that defines tables: a part for both databases, then a part for each.
///
/// Placeholders stand for what differs: `{id}` a 63-bit primary key, `{int}` a 63-bit integer,
/// `{text}` text ordered by its bytes, `{bytes}` a byte string, `{table}` the end of a table, and
/// `{keyed}` the end of one that is stored in primary-key order.
public struct Script: Hashable, Sendable {
    public let common: String
    public let sqlite: String
    public let postgres: String

    /// SQL for both databases, then what only one of them runs.
    public init(_ common: String, sqlite: String = "", postgres: String = "") {
        self.common = common
        self.sqlite = sqlite
        self.postgres = postgres
    }
}

/// A numbered migration; once released it never changes.
///
/// It names no Swift type, because types change and a migration must not.
public struct Migration: Sendable {
    public let number: Int64
    public let name: String
    public let script: Script
    /// The number of the oldest migration whose program can use a store that has this one.
    public let oldestProgram: Int64

    /// A migration.
    public init(_ number: Int64, _ name: String, oldestProgram: Int64, _ script: Script) {
        self.number = number
        self.name = name
        self.script = script
        self.oldestProgram = oldestProgram
    }
}

/// Runs migrations on a store, and checks which it has had.
public struct Migrator: Sendable {
    private let steps: [Migration]
    private let fingerprint: @Sendable (Script) -> String

    /// All migrations in order, and a function that digests a script.
    public init(_ steps: [Migration], fingerprint: @escaping @Sendable (Script) -> String) {
        precondition(zip(steps, steps.dropFirst()).allSatisfy { $0.number < $1.number })
        self.steps = steps
        self.fingerprint = fingerprint
    }

    /// Runs the migrations that the store lacks, and returns their names.
    ///
    /// - Throws: ``StoreError/newer(migration:)`` when the store has a migration that excludes this
    ///   program, ``StoreError/unreadable(_:)`` when a migration that was run had another text,
    ///   ``StoreError/needsMigration(_:)`` when this role may not migrate.
    @discardableResult
    public func migrate(_ database: Database) async throws -> [String] {
        var known = try await numbers(database)
        do {
            if known == nil { try await database.define(Self.table) { _ in } }
        } catch StoreError.notAllowed {
            throw StoreError.needsMigration(steps.first?.number ?? 0)
        }
        var ran: [String] = []
        for step in steps where known?.contains(step.number) != true {
            do {
                try await run(step, on: database)
                ran.append(step.name)
            } catch StoreError.notAllowed {
                throw StoreError.needsMigration(step.number)
            } catch {
                // Another server that started at the same moment may have run it.
                known = try await numbers(database)
                guard known?.contains(step.number) == true else { throw error }
            }
        }
        return ran
    }

    private func run(_ step: Migration, on database: Database) async throws {
        let mark = fingerprint(step.script)
        try await database.define(step.script) { tx in
            try tx.run(
                """
                INSERT INTO migration (number, name, fingerprint, oldest_program)
                VALUES ($1, $2, $3, $4)
                """,
                step.number,
                step.name,
                mark,
                step.oldestProgram
            )
        }
    }

    /// The numbers of the migrations done in a store; nil where it has no table of migrations.
    private func numbers(_ database: Database) async throws -> Set<Int64>? {
        do {
            let done = try await database.read(in: .none) { try Self.done($0) }
            try check(done)
            return Set(done.map(\.number))
        } catch StoreError.failed {
            return nil
        }
    }

    /// Refuses a store that lacks migrations or that this program cannot use.
    ///
    /// - Throws: ``StoreError/needsMigration(_:)``, and what ``migrate(_:)`` throws.
    public func requireCurrent(_ database: Database) async throws {
        let done = try await known(database)
        let known = Set(done.map(\.number))
        if let missing = steps.first(where: { !known.contains($0.number) }) {
            throw StoreError.needsMigration(missing.number)
        }
    }

    /// Refuses a database that was never migrated by this program.
    ///
    /// - Throws: ``StoreError/unreadable(_:)``, and what ``migrate(_:)`` throws.
    public func requireSameOrigin(_ database: Database) async throws {
        if try await known(database).isEmpty { throw Self.isNotOurs }
    }

    private static let isNotOurs = StoreError.unreadable("it has no migrations")

    /// The migrations done in a store, each known to this program.
    private func known(_ database: Database) async throws -> [Done] {
        do {
            let done = try await database.read(in: .none) { try Self.done($0) }
            try check(done)
            return done
        } catch StoreError.failed {
            throw Self.isNotOurs
        }
    }

    private func check(_ done: [Done]) throws {
        let mine = steps.last?.number ?? 0
        for row in done {
            if row.oldestProgram > mine { throw StoreError.newer(migration: row.number) }
            guard let step = steps.first(where: { $0.number == row.number }) else { continue }
            guard fingerprint(step.script) == row.fingerprint else {
                throw StoreError.unreadable("migration \(row.number) is not the one we know")
            }
        }
    }

    private struct Done {
        let number: Int64
        let fingerprint: String
        let oldestProgram: Int64
    }

    private static func done(_ tx: Transaction) throws -> [Done] {
        try tx.all("SELECT number, fingerprint, oldest_program FROM migration ORDER BY number") {
            Done(
                number: $0.integer(0),
                fingerprint: $0.text(1),
                oldestProgram: $0.integer(2)
            )
        }
    }

    /// The table that records the migrations that are done.
    static let table = Script(
        """
        CREATE TABLE IF NOT EXISTS migration (
            number {id} PRIMARY KEY,
            name {text} NOT NULL,
            fingerprint {text} NOT NULL,
            oldest_program {int} NOT NULL
        ){table};
        """
    )
}
