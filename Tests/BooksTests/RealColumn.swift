internal import Store
internal import Support
internal import Timebank

/// A column as a database describes it.
struct RealColumn: Hashable, Comparable, CustomStringConvertible {
    let table: String
    let name: String
    let storage: Column.Storage
    let isOptional: Bool
    /// Where it stands in the table's key, from 1; 0 for nowhere.
    let place: Int64

    var description: String {
        "\(table).\(name) \(storage)" + (isOptional ? "" : " not null")
            + (place > 0 ? ", key \(place)" : "")
    }

    static func < (one: RealColumn, other: RealColumn) -> Bool {
        one.description < other.description
    }

    /// The columns of a table of the scheme.
    static func all(told table: Table) -> [RealColumn] {
        table.columns.map { column in
            let place = table.key.firstIndex { "\($0)" == "\(column.name)" }
            return RealColumn(
                table: "\(table.name)",
                name: "\(column.name)",
                storage: column.storage,
                isOptional: column.isOptional,
                place: Int64(place.map { $0 + 1 } ?? 0)
            )
        }
    }

    /// The columns of a database, but for those of its migrations and its horizon.
    static func all(of database: Store.Database, on backend: Backend) async throws -> [RealColumn] {
        let columns: [RealColumn] = try await database.read(in: .whole) { tx in
            try tx.all(backend == .sqlite ? onSQLite : onPostgres) { row in
                RealColumn(
                    table: row.text(0),
                    name: row.text(1),
                    storage: try storage(row.text(2).lowercased()),
                    isOptional: !row.flag(3),
                    place: row.integer(4)
                )
            }
        }
        return columns.filter { !["migration", "horizon"].contains($0.table) }
    }

    private static func storage(_ type: String) throws -> Column.Storage {
        switch type {
        case "integer", "bigint", "int": .integer
        case "text": .text
        case "blob", "bytea": .bytes
        default: throw StoreError.failed("a column is of type \(type)")
        }
    }

    /// A key is never null, which SQLite does not say of a number that is one.
    private static let onSQLite: SQLText = """
        SELECT m.name, c.name, c.type, MAX(c."notnull", c.pk > 0), c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        """

    private static let onPostgres: SQLText = """
        SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod),
            a.attnotnull::int,
            COALESCE(array_position(i.indkey::smallint[], a.attnum) + 1, 0)
        FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND c.relname NOT IN ('migration', 'horizon')
        """
}
