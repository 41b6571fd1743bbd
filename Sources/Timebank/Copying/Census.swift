internal import Crypto
package import Store

/// What stands in each table of a store: how many rows, and a fingerprint of all of them, the same
/// on every database.
package struct Census: Equatable, Sendable {
    /// One table's rows.
    package struct Entry: Equatable, Sendable {
        package let table: String
        package let columns: Int
        package let rows: Int
        /// SHA-256 over the rows in the order of their key.
        package let digest: [UInt8]
    }

    package let entries: [Entry]

    /// How many rows there are in all.
    package var rows: Int { entries.reduce(0) { $0 + $1.rows } }

    /// Reads a whole store, in one snapshot.
    package static func take(
        of database: Database,
        in scheme: Scheme = .standard
    ) async throws -> Census {
        try await database.report(in: .whole) { tx in
            let entries = try scheme.copiedTables.map { table in
                var counting = Counting(table)
                try tx.each(table.select) { row in
                    counting.add(table.values(of: row))
                    return true
                }
                return counting.entry
            }
            return Census(entries: entries)
        }
    }

    /// The tables in which another store differs.
    package func differences(from other: Census) -> [String] {
        zip(entries, other.entries).filter { $0 != $1 }.map { $0.0.table }
    }

    /// Counts the rows of one table as they go by.
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

        /// A letter for the kind, then the number, or the length and the bytes.
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
