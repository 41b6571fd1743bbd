internal import GRDB
package import Store

extension SQLiteStore {
    /// The differences from the schema that the plan's migrations make, as sentences.
    package func differences(from plan: Plan) async throws -> [String] {
        let (found, done) = try await read { tx in
            let parts = try tx.all(
                "SELECT type, tbl_name, name, COALESCE(sql, '') FROM sqlite_schema"
            ) { Self.part($0.text(0), of: $0.text(1), $0.text(2), $0.text(3)) }
            return (Blueprint(parts.compactMap(\.self)), try tx.migrations())
        }
        let expected = try Self.blueprint(of: plan.scripts(done: done))
        return found.differences(from: expected, isGrown: plan.isOutgrown(by: done))
    }

    /// The schema after these scripts, run in a database in memory.
    private static func blueprint(of scripts: [Script]) throws -> Blueprint {
        do {
            let queue = try Connection.scratch()
            defer { try? queue.close() }
            let rows = try queue.inDatabase { db in
                for script in scripts { try db.execute(sql: words(script)) }
                return try Row.fetchAll(
                    db,
                    sql: "SELECT type, tbl_name, name, COALESCE(sql, '') FROM sqlite_schema"
                )
            }
            return Blueprint(rows.compactMap { part($0[0], of: $0[1], $0[2], $0[3]) })
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// An object of the schema; nil for one that SQLite makes itself.
    private static func part(
        _ type: String,
        of table: String,
        _ name: String,
        _ text: String
    ) -> Blueprint.Part? {
        switch type {
        case "table":
            if ["sqlite_sequence", "sqlite_stat1", "sqlite_stat4"].contains(name) { return nil }
            let isVirtual = text.uppercased().hasPrefix("CREATE VIRTUAL")
            return .typed(isVirtual ? "virtual table" : "table", name, text)
        case "index":
            return text.isEmpty ? nil : .typed("index", "\(table).\(name)", text)
        case "trigger":
            return .typed("trigger", "\(table).\(name)", text)
        default:
            return .typed(type, name, text)
        }
    }
}
