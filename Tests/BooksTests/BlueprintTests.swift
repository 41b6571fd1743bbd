internal import Foundation
internal import GRDB
internal import PostgresStore
internal import SQLiteStore
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// A store whose guards somebody has taken away, or to which somebody has added some.
@Suite struct BlueprintTests {
    /// What somebody does to the tables, and what is said of it.
    struct Change: Sendable, CustomTestStringConvertible {
        let sql: String
        let says: String
        var testDescription: String { sql }
    }

    static let onBoth = [
        Change(
            sql: "CREATE VIEW mine AS SELECT 1 AS one",
            says: "the view mine is not of Commonhour's making"
        ),
        Change(
            sql: "CREATE TABLE mine (id BIGINT)",
            says: "the table mine is not of Commonhour's making"
        ),
        Change(
            sql: "DROP INDEX member_card",
            says: "the index member_card of the table member is missing"
        ),
        Change(
            sql: "CREATE INDEX mine ON member (name)",
            says: "the index mine of the table member is not of Commonhour's making"
        ),
        Change(sql: "DROP TABLE contact", says: "the table contact is missing"),
    ]

    static let onFile = [
        Change(
            sql: "DROP TRIGGER transfer_no_update",
            says: "the trigger transfer_no_update of the table transfer is missing"
        ),
        Change(
            sql: """
                CREATE TRIGGER welcome AFTER INSERT ON token BEGIN
                    INSERT OR IGNORE INTO operator VALUES (NEW.person, 0); END
                """,
            says: "the trigger welcome of the table token is not of Commonhour's making"
        ),
        Change(
            sql: """
                DROP TRIGGER seal_no_delete; CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
                WHEN OLD.id = 0 BEGIN SELECT RAISE(ABORT, 'seal rows are never changed'); END
                """,
            says: "the trigger seal_no_delete of the table seal is not as Commonhour makes it"
        ),
        Change(
            sql: """
                PRAGMA writable_schema = ON; UPDATE sqlite_schema
                SET sql = replace(sql, 'CHECK (balance - held >= floor)', 'CHECK (1)')
                WHERE name = 'account'
                """,
            says: "the table account is not as Commonhour makes it"
        ),
        Change(
            sql: "ALTER TABLE hours ADD COLUMN mine INTEGER",
            says: "the table hours is not as Commonhour makes it"
        ),
    ]

    static let onPostgres = [
        Change(
            sql: "DROP TRIGGER transfer_stays ON transfer",
            says: "the trigger transfer_stays of the table transfer is missing"
        ),
        Change(
            sql: "ALTER TABLE transfer DISABLE TRIGGER transfer_stays",
            says: "the trigger transfer_stays of the table transfer is not as Commonhour makes it"
        ),
        Change(
            sql: """
                CREATE FUNCTION welcome() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    $$ BEGIN INSERT INTO operator VALUES (NEW.person, 0); RETURN NEW; END $$;
                CREATE TRIGGER welcome AFTER INSERT ON token
                    FOR EACH ROW EXECUTE FUNCTION welcome()
                """,
            says: "the trigger welcome of the table token is not of Commonhour's making"
        ),
        Change(
            sql: """
                CREATE OR REPLACE FUNCTION transfer_stays() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RETURN NULL; END $$
                """,
            says: "the function transfer_stays() is not as Commonhour makes it"
        ),
        Change(
            sql: """
                CREATE FUNCTION mine() RETURNS bigint LANGUAGE sql SECURITY DEFINER
                    AS 'SELECT 1::bigint'
                """,
            says: "the function mine() is not of Commonhour's making"
        ),
        Change(
            sql: "ALTER TABLE account DROP CONSTRAINT account_check",
            says: "the constraint account_check of the table account is missing"
        ),
        Change(
            sql: """
                ALTER TABLE account DROP CONSTRAINT account_check,
                    ADD CONSTRAINT account_check CHECK (balance - held >= floor - 60)
                """,
            says: "the constraint account_check of the table account is not as"
        ),
        Change(
            sql: "ALTER TABLE hours ADD COLUMN mine BIGINT",
            says: "the column mine of the table hours is not of Commonhour's making"
        ),
        Change(
            sql: "ALTER TABLE hours ALTER COLUMN status DROP NOT NULL",
            says: "the column status of the table hours is not as Commonhour makes it"
        ),
        Change(
            sql: "DROP POLICY one_network ON member",
            says: "the policy one_network of the table member is missing"
        ),
        Change(
            sql: "CREATE POLICY mine ON member USING (true)",
            says: "the policy mine of the table member is not of Commonhour's making"
        ),
        Change(
            sql: "ALTER TABLE member DISABLE ROW LEVEL SECURITY",
            says: "the table member is not as Commonhour makes it"
        ),
        Change(
            sql: "ALTER TABLE member NO FORCE ROW LEVEL SECURITY",
            says: "the table member is not as Commonhour makes it"
        ),
        Change(
            sql: "GRANT UPDATE ON transfer TO commonhour_server",
            says: "the role commonhour_server was given the right UPDATE in the table transfer"
        ),
        Change(
            sql: "GRANT UPDATE (minutes) ON transfer TO commonhour_server",
            says: "the role commonhour_server was given the right UPDATE in the table transfer"
        ),
        Change(
            sql: "GRANT SELECT ON person TO PUBLIC",
            says: "everybody was given the right SELECT in the table person"
        ),
        Change(
            sql: "CREATE RULE mine AS ON DELETE TO hold DO INSTEAD NOTHING",
            says: "the rule mine of the table hold is not of Commonhour's making"
        ),
    ]

    @Test(arguments: onBoth + onFile)
    func `whoever changes how a file is made is found out`(_ change: Change) async throws {
        let file = try await Busy.shared.copy()
        try alter(file, change.sql)
        try await expectNamed(change, in: try await verify(file))
    }

    @Test(arguments: onBoth + onPostgres)
    func `whoever changes how a database is made is found out`(_ change: Change) async throws {
        try await withDatabase(on: .postgres) { database in
            let script = Script("", postgres: change.sql + ";\n")
            try await Cluster.here.define(script, in: database)
            try await expectNamed(change, in: try await Verify().run(on: database))
        }
    }

    private func expectNamed(_ change: Change, in findings: Findings) async throws {
        #expect(!findings.holds)
        let said = findings.schema.first
        #expect(said.contains { $0.hasPrefix(change.says) }, "it says \(said)")
    }

    @Test(arguments: Backend.available)
    func `what a newer program adds is let pass, but for what acts by itself`(
        on backend: Backend
    ) async throws {
        try await withDatabase(on: backend) { database in
            try await UpgradeTests.migrate(database, with: UpgradeTests.later, on: backend)
            #expect(try await database.differences(from: Schema.plan) == [])
            let view = Script("CREATE VIEW mine AS SELECT 1 AS one;\n")
            try await define(view, in: database, on: backend)
            #expect(
                try await database.differences(from: Schema.plan)
                    == ["the view mine is not of Commonhour's making"]
            )
        }
    }

    @Test func `a check is no column that a newer program added`() {
        let old = Blueprint([.typed("table", "t", "CREATE TABLE t (a INTEGER, CHECK (a > 1))")])
        let told = { (sql: String) in
            Blueprint([.typed("table", "t", sql)]).differences(from: old, isGrown: true).count
        }
        #expect(told("CREATE TABLE t (a INTEGER, b TEXT CHECK (b IN (1, 2)), CHECK (a > 1))") == 0)
        #expect(told("CREATE TABLE t (a INTEGER, CHECK (a > 1 OR 1))") == 1)
        #expect(told("CREATE TABLE t (a INTEGER, CHECK (a > 1, 1))") == 1)
        #expect(told("CREATE TABLE t (a INTEGER)") == 1)
        #expect(told("CREATE TABLE t (a INTEGER, CHECK (a > 1)) STRICT") == 1)
    }

    @Test func `a new database is made as it is recorded`() async throws {
        try await withDatabase(on: .postgres) { database in
            let made = try await Cluster.here.withOwner(of: database) { try await $0.blueprint() }
            if ProcessInfo.processInfo.environment["COMMONHOUR_RECORD"] != nil {
                try Recorded.write(made)
            }
            #expect(try await database.differences(from: Schema.plan) == [])
        }
    }
}

/// Changes how a file is made.
private func alter(_ file: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.execute(sql: sql)
    }
    try queue.close()
}

/// The source files in which is recorded what PostgreSQL says of a new database.
private enum Recorded {
    private static let files: [(name: String, kinds: [String])] = [
        ("Tables", ["table", "column"]), ("Checks", ["constraint", "index"]),
        ("Guards", ["trigger", "policy", "function"]),
    ]

    static func write(_ blueprint: Blueprint) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Timebank/Migrations")
        for file in files {
            let lines = blueprint.list.filter { file.kinds.contains($0.kind) }
                .map { "\($0.kind) | \($0.name) | \($0.text)" }.flatMap(wrapped)
            let text = """
                extension Schema {
                    /// Recorded by `BlueprintTests`.
                    static let recorded\(file.name) = \"""
                \(lines.map { "        " + $0 }.joined(separator: "\n"))
                        \"""
                }

                """
            let place = folder.appending(path: "Schema+Recorded\(file.name).swift")
            try Data(text.utf8).write(to: place)
        }
    }

    /// A line, or several that the compiler puts together again.
    private static func wrapped(_ line: String) -> [String] {
        var lines = [""]
        for word in line.replacing("\\", with: "\\\\").split(separator: " ") {
            let last = lines.count - 1
            if lines[last].count + word.count > 86 {
                lines[last] += " \\"
                lines.append("    " + word)
            } else {
                lines[last] += (lines[last].isEmpty ? "" : " ") + word
            }
        }
        return lines
    }
}
