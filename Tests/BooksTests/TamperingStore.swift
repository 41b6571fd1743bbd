internal import Foundation
internal import GRDB
internal import Ledger
internal import Store
internal import Support
@testable internal import Timebank

/// A sealed store with rows in every table, in which somebody changes one thing after another and
/// puts it back.
struct TamperingStore {
    /// A table as the database describes it.
    struct Table: Hashable, Sendable {
        let name: String
        let columns: [Column]

        var key: [Column] { columns.filter(\.isKey) }
    }

    /// A column as the database describes it.
    struct Column: Hashable, Sendable {
        let name: String
        let kind: Kind
        let isKey: Bool

        enum Kind: Hashable, Sendable { case number, text, bytes }
    }

    let backend: Backend
    private let database: Store.Database
    private let file: String?
    /// Each table, but for that of the migrations and what only one database has.
    let tables: [Table]

    /// Runs a test on such a store.
    static func with(
        _ backend: Backend,
        _ body: (TamperingStore) async throws -> Void
    ) async throws {
        switch backend {
        case .sqlite:
            let file = try await Busy.shared.copy()
            let database = Store.Database(try open(file))
            try await prepare(database)
            await database.close()
            try await body(try await TamperingStore(backend, database, file))
        case .postgres:
            try await Busy.withDatabase { database in
                try await prepare(database)
                try await body(try await TamperingStore(backend, database, nil))
            }
        }
    }

    private init(_ backend: Backend, _ database: Store.Database, _ file: String?) async throws {
        self.backend = backend
        self.database = database
        self.file = file
        tables = try await Self.tables(backend, database, file)
        // Guards are taken away once, and each table is kept as it was.
        let keep = tables.map { "CREATE TABLE keep_\($0.name) AS SELECT * FROM \($0.name);" }
        try await run(keep.joined(separator: "\n"))
    }

    /// What is found once some statements have been run; nil where the database refused them.
    func findings(after sql: String, in table: Table) async throws -> [String]? {
        let back = """
            DELETE FROM \(table.name); INSERT INTO \(table.name) SELECT * FROM keep_\(table.name);

            """
        do { try await run(back + sql) } catch { return nil }
        let findings: Findings
        if let file {
            findings = try await verify(file)
        } else {
            findings = try await Verify().run(on: database)
        }
        return findings.problems.first + findings.networks.flatMap(\.problems.first)
    }

    /// Puts a table back as it was.
    func restore(_ table: Table) async throws {
        try await run(
            "DELETE FROM \(table.name); INSERT INTO \(table.name) SELECT * FROM keep_\(table.name);"
        )
    }

    /// How many rows a table has.
    func count(_ table: Table) async throws -> Int {
        try await numbers("SELECT COUNT(*) FROM \(table.name)").first ?? 0
    }

    private func run(_ sql: String) async throws {
        if let file { try damage(file, sql) } else { try await damage(database, sql) }
    }

    private func numbers(_ sql: String) async throws -> [Int] {
        if let file {
            let queue = try DatabaseQueue(path: file)
            defer { try? queue.close() }
            return try await queue.read { try Int.fetchAll($0, sql: sql) }
        }
        let count = "CREATE OR REPLACE FUNCTION counted() RETURNS bigint LANGUAGE sql AS '\(sql)';"
        try await Cluster.here.define(Script("", postgres: count), in: database)
        return try await Cluster.here.withOwner(of: database) { owner in
            try await Store.Database(owner).read { tx in
                try tx.all("SELECT counted()") { Int($0.integer(0)) }
            }
        }
    }

    private static let ours = ["migration", "horizon"]

    private static func tables(
        _ backend: Backend,
        _ database: Store.Database,
        _ file: String?
    ) async throws -> [Table] {
        let rows: [(table: String, column: String, type: String, isKey: Bool)]
        if let file {
            let queue = try DatabaseQueue(path: file)
            rows = try await queue.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT m.name, c.name, c.type, c.pk > 0 FROM sqlite_schema m
                        JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
                        ORDER BY m.name, c.cid
                        """
                ).map { ($0[0], $0[1], $0[2], $0[3]) }
            }
            try queue.close()
        } else {
            rows = try await database.read { tx in
                try tx.all(
                    """
                    SELECT relname::text, attname::text, format_type(atttypid, atttypmod),
                        EXISTS (SELECT 1 FROM pg_index WHERE indrelid = attrelid AND indisprimary
                            AND attnum = ANY (indkey))
                    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                        AND attnum > 0 AND NOT attisdropped ORDER BY relname, attnum
                    """
                ) { ($0.text(0), $0.text(1), $0.text(2), $0.flag(3)) }
            }
        }
        let names = Set(rows.map(\.table)).subtracting(ours).sorted()
        return names.map { name in
            Table(
                name: name,
                columns: rows.filter { $0.table == name }.map { row in
                    Column(name: row.column, kind: kind(row.type), isKey: row.isKey)
                }
            )
        }
    }

    private static func kind(_ type: String) -> Column.Kind {
        switch type {
        case "BLOB", "bytea": .bytes
        case "TEXT", "text": .text
        default: .number
        }
    }
}

extension TamperingStore {
    /// What the busy store lacks: rows in every table, and seals over all of it.
    private static func prepare(_ database: Store.Database) async throws {
        let bank = try await Bank(
            database,
            clock: { TestClock.start + .seconds(60) },
            dice: Dice { UInt64.random(in: .min ... .max) }
        )
        guard let slug = Slug("wisbech"), let key = Busy.key else { throw StoreError.closed }
        let network = try await database.read { try $0.require(network: slug) }
        let members = try await database.read { tx in
            try tx.all(
                "SELECT id FROM member WHERE network = $1 ORDER BY id",
                network.id
            ) { Member.ID(raw: $0.integer(0)) }
        }
        for _ in 0..<2 {
            let leaver = try await bank.perform(AddMember(name: "Leaver"), in: slug, as: .console)
            let erase = EraseMember(member: .id(leaver.outcome.id))
            _ = try await bank.perform(erase, in: slug, as: .console)
        }
        _ = try await bank.perform(
            DeclareRelatives(member: .id(members[0]), other: .id(members[1])),
            in: slug,
            as: .console
        )
        _ = try await bank.perform(SetContact(words: "Ask Sam."), in: slug, as: .console)
        for member in members.prefix(2) {
            _ = try await bank.perform(HandOverCode(member: .id(member)), in: slug, as: .console)
        }
        try await bringTwo(into: slug, bank)
        try await bring(into: slug, bank)
        try await database.write { tx in try tx.fillTheRest(of: network.id, now: bank.clock()) }
        _ = try await Sealing(bank, key: key).run()
    }

    /// Two members whom an organisation brought in, and who chose passwords.
    private static func bringTwo(into network: Slug, _ bank: Bank) async throws {
        let places = try await bank.ask(OrganisationsQuery(), in: network, as: .console).items
        for place in [places.first, places.last] {
            let member = try await bank.perform(
                AddMember(
                    name: "Newcomer",
                    email: "\(place?.organisation.slug.description ?? "x")@example.org",
                    organisation: place?.organisation.id
                ),
                in: network,
                as: .console
            ).outcome
            let code = try await bank.perform(
                HandOverCode(member: .id(member.id)),
                in: network,
                as: .console
            ).outcome.code.revealed
            _ = try await bank.perform(
                UseCode(code: code, login: nil, password: "a salted hash of \(member.number)"),
                as: .nobody
            )
        }
    }

    private static func bring(into network: Slug, _ bank: Bank) async throws {
        let files: [(FileKind, String)] = [
            (
                .transfers,
                """
                id,at,from,to,minutes,kind,memo
                a1,2026-01-02T10:00:00Z,member:1001-H,mirror:ely,1,convert,
                a2,2026-01-02T10:00:00Z,member:1001-H,mirror:march,1,convert,

                """
            ),
            (
                .hours,
                """
                id,organisation,member,date,minutes,status,note,reason
                h1,school,1001-H,2026-01-02,60,claimed,,
                h2,school,1001-H,2026-01-03,30,refused,,No

                """
            ),
        ]
        for (kind, text) in files {
            let report = try await bank.bring(
                ImportFile(kind, name: "x.csv") { CSVReader.source(of: Array(text.utf8)) },
                into: network,
                as: .console
            )
            guard report.problems.isEmpty else {
                throw StoreError.failed("\(kind): \(report.problems)")
            }
        }
    }
}

extension Transaction {
    /// What two people are told of.
    private func tell(_ someone: Int64, now: Instant) throws {
        let other = try first("SELECT MAX(person) FROM member") { $0.integer(0) } ?? 0
        for (number, one, by) in [(Int64(1), someone, other), (2, other, someone)] {
            try run(
                """
                INSERT INTO notice (id, person, kind, by_person, at, seen_at)
                VALUES ($1, $2, 'code', $3, $4, $4)
                """,
                number,
                one,
                by,
                now
            )
        }
    }

    /// Rows in the tables that sign-ins and servers use, straight.
    fileprivate func fillTheRest(of network: Network.ID, now: Instant) throws {
        let someone = try first("SELECT MIN(person) FROM member") { $0.integer(0) } ?? 0
        for number in [Int64(1), 2] {
            let name = [UInt8](repeating: UInt8(number), count: 32)
            try run(
                "INSERT INTO attempt (subject, failures, until) VALUES ($1, 1, $2)",
                name,
                now
            )
            try run(
                """
                INSERT INTO request (key, person, network, fingerprint, made, at)
                VALUES ($1, $2, $3, $4, '', $5)
                """,
                "key-\(number)",
                someone,
                network,
                name,
                now
            )
            try run("INSERT INTO node (number, holder, until) VALUES ($1, 5, $2)", number, now)
            try run("INSERT INTO duty (name, holder, beat) VALUES ($1, 5, 1)", "test-\(number)")
            try run(
                "INSERT INTO usage (sender, server, taken, missing, at) VALUES ($1, 5, 1, 1, $2)",
                name,
                now
            )
        }
        try run("INSERT INTO demo_sign_in (person) VALUES ($1)", someone)
        try tell(someone, now: now)
    }
}
