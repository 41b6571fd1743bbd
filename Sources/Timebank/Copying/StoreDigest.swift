internal import Crypto
package import Store

/// The row count and digest of each table that is copied, equal on every database.
package struct StoreDigest: Equatable, Sendable {
    /// The summary of one table.
    package struct Entry: Equatable, Sendable {
        package let table: String
        package let columns: Int
        package let rows: Int
        /// The SHA-256 digest of all rows, in the order of the table's key.
        package let digest: [UInt8]
    }

    package let entries: [Entry]

    /// The total number of rows.
    package var rows: Int { entries.reduce(0) { $0 + $1.rows } }

    /// Reads all rows of the copied tables, in one snapshot.
    package static func take(
        of database: Database,
        in scheme: Scheme = .standard
    ) async throws -> StoreDigest {
        try await database.report(in: .whole) { tx in
            let entries = try scheme.copiedTables.map { table in
                var counting = Counting(table)
                try tx.each(table.select) { row in
                    counting.add(table.values(of: row))
                    return true
                }
                return counting.entry
            }
            return StoreDigest(entries: entries)
        }
    }

    /// The names of the tables whose summaries differ; both must be of the same scheme.
    package func differences(from other: StoreDigest) -> [String] {
        zip(entries, other.entries).filter { $0 != $1 }.map { $0.0.table }
    }

    /// Computes the summary of one table, row by row.
    struct Counting {
        private let table: Table
        private(set) var rows = 0
        private var hash = SHA256()

        init(_ table: Table) { self.table = table }

        mutating func add(_ row: [Value]) {
            rows += 1
            for value in row { add(value) }
        }

        var entry: Entry {
            Entry(
                table: "\(table.name)",
                columns: table.columns.count,
                rows: rows,
                digest: Array(hash.finalize())
            )
        }

        /// Hashes one letter for the type, then the number, or the length and the bytes.
        private mutating func add(_ value: Value) {
            switch value {
            case .null: add("n", 0)
            case .integer(let number): add("i", number)
            case .text(let text):
                let bytes = Array(text.utf8)
                add("t", Int64(bytes.count))
                hash.update(data: bytes)
            case .bytes(let bytes):
                add("b", Int64(bytes.count))
                hash.update(data: bytes)
            }
        }

        private mutating func add(_ kind: Unicode.Scalar, _ number: Int64) {
            hash.update(data: [UInt8(ascii: kind)])
            withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) }
        }
    }
}
