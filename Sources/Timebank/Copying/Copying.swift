package import Store

/// Copies a whole installation to another store, for example from SQLite to PostgreSQL.
///
/// All people, logins, networks, transfers, the journal and the seals are copied row by row without
/// change. The signing key is not in a store and is not copied.
///
/// It reads one snapshot, so the old store may stay in use, but later changes are not in the copy.
/// It writes one transaction: after an interruption the new store is still empty, and the copy can
/// be run again.
package struct Copying: Sendable {
    private let tables: [Table]
    private let progress: @Sendable (_ table: String, _ rows: Int) -> Void

    private static let batch = 2_000
    private static let queueCapacity = 4

    /// Why a copy is refused.
    package enum Impossible: Error {
        /// The target already contains a person or a network.
        case targetNotEmpty
    }

    /// Creates a copy; `progress` gets the rows read so far of a table, after each batch.
    package init(
        of scheme: Scheme = .standard,
        progress: @escaping @Sendable (_ table: String, _ rows: Int) -> Void = { _, _ in }
    ) {
        tables = scheme.copiedTables
        self.progress = progress
    }

    /// Copies everything, and returns the row counts and digests of what was read.
    ///
    /// Both stores must be migrated, and the target must be empty.
    ///
    /// - Throws: ``Impossible/targetNotEmpty``, or a `StoreError` of either store.
    @discardableResult
    package func run(from source: Database, to target: Database) async throws -> StoreDigest {
        let queue = BatchQueue(room: Self.queueCapacity)
        let (tables, progress) = (tables, progress)
        async let read: StoreDigest = source.report(in: .whole) { tx in
            let census = Result { try Self.load(tables, queue, tx, progress) }
            queue.end(census.map { _ in })
            return try census.get()
        }
        do {
            try await target.write(in: .whole) { tx in
                // Stop the queue at once: otherwise the reading thread would block while the store
                // retries.
                do { try Self.unload(queue, tx) } catch {
                    queue.stop()
                    throw error
                }
            }
        } catch {
            queue.stop()
            _ = try? await read
            throw error
        }
        return try await read
    }

    /// Reads every row of every table into the queue.
    private static func load(
        _ tables: [Table],
        _ queue: BatchQueue,
        _ tx: Transaction,
        _ progress: (String, Int) -> Void
    ) throws -> StoreDigest {
        let entries = try tables.map { table in
            var counting = StoreDigest.Counting(table)
            var rows: [[Value]] = []
            func send() throws {
                guard !rows.isEmpty else { return }
                try queue.put(BatchQueue.Batch(table: table, rows: rows))
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
        return StoreDigest(entries: entries)
    }

    /// Writes the rows from the queue.
    private static func unload(_ queue: BatchQueue, _ tx: Transaction) throws {
        try queue.begin()
        let isInhabited = try tx.first(
            "SELECT 1 FROM person UNION ALL SELECT 1 FROM network LIMIT 1"
        ) { _ in true }
        if isInhabited != nil { throw Impossible.targetNotEmpty }
        while let batch = try queue.take() {
            let insertion = batch.table.insertion
            for row in batch.rows { try tx.add(row, by: insertion) }
        }
    }
}
