internal import Foundation
internal import Support
internal import Testing
internal import Timebank

/// Somebody who can write to the store changes every column of every table in turn.
///
/// All guards are taken away; `verify` names it, or docs/tampering.md says why nothing rests on it.
@Suite(.serialized) struct TamperingTests {
    @Test(arguments: Backend.available)
    func `whatever is changed is named, or it is said why nothing rests on it`(
        on backend: Backend
    ) async throws {
        try await TamperingStore.with(backend) { store in
            var report = TamperingReport()
            for table in store.tables {
                #expect(try await store.count(table) > 0, "\(table.name) has no rows to change")
                for trial in Tampering.trials(of: table, on: backend) {
                    let found = try await store.findings(after: trial.sql, in: table)
                    report.add(trial.what, of: table.name, isNamed: found.map { !$0.isEmpty })
                }
                try await store.restore(table)
            }
            report.compare(with: Tampering.unnamed)
            print("MARK \(backend): \(report.summary)")
            for line in report.lines { print("MARK \(line)") }
            guard backend == .sqlite else { return }
            let text = report.document
            if ProcessInfo.processInfo.environment["COMMONHOUR_RECORD"] != nil {
                try Data(text.utf8).write(to: TamperingReport.file)
            }
            #expect(try String(contentsOf: TamperingReport.file, encoding: .utf8) == text)
        }
    }
}

/// What somebody may do to a store, and what nobody notices.
enum Tampering {
    /// A change, by the column or the row that it is of.
    struct Trial {
        let what: String
        let sql: String
    }

    /// What is called when a table's newest row is taken away, or copied under another key.
    static let deleted = "a row deleted"
    static let added = "a row added"

    static func trials(of table: TamperingStore.Table, on backend: Backend) -> [Trial] {
        let key = table.key.map(\.name).joined(separator: ", ")
        let rows = ["DESC", "ASC"].map { order in
            let first = table.key.map { "\($0.name) \(order)" }.joined(separator: ", ")
            return "(\(key)) = (SELECT \(key) FROM keep_\(table.name) ORDER BY \(first) LIMIT 1)"
        }
        let changes = table.columns.flatMap { column in
            values(of: column, in: table, on: backend).flatMap { value in
                rows.map { row in
                    Trial(
                        what: column.name,
                        sql: "UPDATE \(table.name) SET \(column.name) = \(value) WHERE \(row);"
                    )
                }
            }
        }
        return changes + [
            Trial(what: deleted, sql: "DELETE FROM \(table.name) WHERE \(rows[0]);"),
            Trial(what: added, sql: addition(to: table, where: rows[0], on: backend)),
        ]
    }

    /// What somebody may put in a column: what stands there in another row, or something near.
    private static func values(
        of column: TamperingStore.Column,
        in table: TamperingStore.Table,
        on backend: Backend
    ) -> [String] {
        let name = column.name
        let other = """
            COALESCE((SELECT MIN(other.\(name)) FROM keep_\(table.name) other
                WHERE other.\(name) <> \(table.name).\(name)
                    OR \(table.name).\(name) IS NULL), \(near(column, on: backend)))
            """
        return [other, near(column, on: backend)]
    }

    private static func near(_ column: TamperingStore.Column, on backend: Backend) -> String {
        switch (column.kind, backend) {
        case (.number, _): "COALESCE(\(column.name), 0) + 1"
        case (.text, _): "COALESCE(\(column.name), '') || 'x'"
        case (.bytes, .sqlite): "zeroblob(31)"
        case (.bytes, .postgres): "decode(repeat('00', 31), 'hex')"
        }
    }

    private static func addition(
        to table: TamperingStore.Table,
        where row: String,
        on backend: Backend
    ) -> String {
        let renamed = table.key.first { $0.name != "network" } ?? table.key[0]
        let columns = table.columns.map { column in
            guard column == renamed else { return column.name }
            if column.kind == .number, table.key.count > 1 { return "(SELECT MAX(id) FROM person)" }
            return near(column, on: backend)
        }
        return """
            INSERT INTO \(table.name) SELECT \(columns.joined(separator: ", "))
            FROM keep_\(table.name) WHERE \(row);
            """
    }
}

/// What was tried, and what was found.
struct TamperingReport {
    /// For each column or row, whether every change of it was named; nil where none was possible.
    private var outcomes: [String: [String: [Bool?]]] = [:]

    static var file: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/tampering.md").standardized
    }

    mutating func add(_ what: String, of table: String, isNamed: Bool?) {
        outcomes[table, default: [:]][what, default: []].append(isNamed)
    }

    private var unnamed: Set<String> {
        Set(
            outcomes.flatMap { table, list in
                list.filter { $0.value.contains(false) }.map { "\(table).\($0.key)" }
            }
        )
    }

    private var count: Int { outcomes.values.map(\.count).reduce(0, +) }

    var summary: String {
        "\(count) columns and rows tried, \(count - unnamed.count) named, \(unnamed.count) listed"
    }

    var lines: [String] { unnamed.subtracting(Tampering.unnamed.keys).sorted() }

    func compare(with list: [String: String]) {
        for what in unnamed.subtracting(list.keys).sorted() {
            Issue.record("nobody notices it: \(what)")
        }
        for what in Set(list.keys).subtracting(unnamed).sorted() {
            Issue.record("it is named, or is not there, and stands on the list: \(what)")
        }
    }

    /// The page for people.
    var document: String {
        var text = """
            # What a change behind Commonhour's back is noticed by

            `commonhour verify` reads everything again and compares it with what else the store
            says. Here somebody with all rights on the file or the database has changed each column
            of each table in turn, in a store whose books were sealed, with every guard taken away
            first. What it says of the guards themselves (triggers, checks, indexes, rights,
            policies) is left out here; it names them too.

            *Named* means that every change that was tried is named. Whatever is not named stands
            here with the reason. A test makes this page (`TamperingTests`), and fails where it is
            not true any more.

            \(summary).

            | table | named | not named, and why |
            | --- | --- | --- |

            """
        for (table, list) in outcomes.sorted(by: { $0.key < $1.key }) {
            let named = list.keys.filter { !unnamed.contains("\(table).\($0)") }.sorted()
            let rest = list.keys.sorted().compactMap { what -> String? in
                guard unnamed.contains("\(table).\(what)") else { return nil }
                return "*\(what)*: \(Tampering.unnamed["\(table).\(what)"] ?? "?")"
            }
            let cells = [
                "`\(table)`", named.joined(separator: ", "), rest.joined(separator: "; "),
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }
}
