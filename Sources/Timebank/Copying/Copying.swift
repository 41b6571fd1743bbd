package import Store

/// Carries a whole installation from one store to another: people and how they sign in, all
/// networks, the ledger, the journal and the seals, row by row as they are.
///
/// It reads one snapshot, so whoever serves the old store need not stop, though what they do
/// meanwhile is not in the copy. It writes one transaction: when it is broken off nothing is there,
/// and it is simply run again. The key that signs seals is no part of a store.
package struct Copying: Sendable {
    private let tables: [Table]
    private let progress: @Sendable (_ table: String, _ rows: Int) -> Void

    private static let batch = 2_000
    private static let beltRoom = 4

    /// Why a store cannot be copied to.
    package enum Impossible: Error {
        /// Somebody lives there already.
        case inhabited
    }

    /// A copy that tells from time to time how many rows of which table it has read.
    package init(
        of scheme: Scheme = .standard,
        progress: @escaping @Sendable (_ table: String, _ rows: Int) -> Void = { _, _ in }
    ) {
        tables = scheme.copiedTables
        self.progress = progress
    }

    /// Copies everything, and returns what was read.
    ///
    /// Both stores are migrated, and the new one is empty.
    ///
    /// - Throws: ``Impossible/inhabited``, or a `StoreError` of either store.
    @discardableResult
    package func run(from source: Database, to target: Database) async throws -> Census {
        let belt = Belt(room: Self.beltRoom)
        let (tables, progress) = (tables, progress)
        async let read: Census = source.report(in: .whole) { tx in
            let census = Result { try Self.load(tables, belt, tx, progress) }
            belt.end(census.map { _ in })
            return try census.get()
        }
        do {
            try await target.write(in: .whole) { tx in
                // Whoever reads must not wait for room while the store tries this again.
                do { try Self.unload(belt, tx) } catch {
                    belt.stop()
                    throw error
                }
            }
        } catch {
            belt.stop()
            _ = try? await read
            throw error
        }
        return try await read
    }

    /// Puts every row of every table on the belt.
    private static func load(
        _ tables: [Table],
        _ belt: Belt,
        _ tx: Transaction,
        _ progress: (String, Int) -> Void
    ) throws -> Census {
        let entries = try tables.map { table in
            var counting = Census.Counting(table)
            var rows: [[Value]] = []
            func send() throws {
                guard !rows.isEmpty else { return }
                try belt.put(Belt.Batch(table: table, rows: rows))
                rows = []
                progress("\(table.name)", counting.rows)
            }
            try tx.each(table.select) { row in
                let values = table.values(of: row)
                counting.add(values)
                rows.append(values)
                if rows.count == batch { try send() }
                return true
            }
            try send()
            return counting.entry
        }
        return Census(entries: entries)
    }

    /// Writes what comes on the belt.
    private static func unload(_ belt: Belt, _ tx: Transaction) throws {
        try belt.begin()
        let isInhabited = try tx.first(
            "SELECT 1 FROM person UNION ALL SELECT 1 FROM network LIMIT 1"
        ) { _ in true }
        if isInhabited != nil { throw Impossible.inhabited }
        while let batch = try belt.take() {
            let insertion = batch.table.insertion
            for row in batch.rows { try tx.add(row, by: insertion) }
        }
    }
}
