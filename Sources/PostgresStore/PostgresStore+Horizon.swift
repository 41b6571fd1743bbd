package import Store

extension PostgresStore {
    /// Takes the steps that ``Store/Script/horizon(over:)`` describes.
    package func advanceHorizon(to largest: SQLText, sparing: Int64) async throws {
        // The first turn finishes steps that were interrupted.
        for _ in 0..<2 {
            guard try await advancesHorizon(to: largest, sparing) else { return }
        }
    }

    /// Moves the horizon; false where there is nothing to do or a transaction must end first.
    private func advancesHorizon(to largest: SQLText, _ sparing: Int64) async throws -> Bool {
        try await write { tx in
            let writers = try Self.writers(tx)
            // A long transaction drew its ids long ago, and they must not be refused now.
            if writers.values.contains(true) { return }
            let isQuiet = writers.isEmpty
            tx.enter(.whole)
            let seen = try tx.first(largest) { $0.integer(0) } ?? 0
            try tx.run(
                "UPDATE horizon SET pending = $1 WHERE pending = upto AND pending < $1",
                isQuiet ? seen : seen - sparing
            )
        }
        let (pending, noted) = try await read { tx in
            let pending = try tx.first("SELECT pending FROM horizon WHERE pending > upto") {
                $0.integer(0)
            }
            // This read cannot miss a writer: pg_locks shows the present state, not the snapshot's.
            return (pending, pending == nil ? [] : Set(try Self.writers(tx).keys))
        }
        guard let pending, try await areDone(noted) else { return false }
        try await write { tx in
            try tx.run("UPDATE horizon SET upto = $1 WHERE upto < $1", pending)
        }
        return true
    }

    /// Waits up to a second for these transactions to end; false when some have not.
    private func areDone(_ noted: Set<String>) async throws -> Bool {
        if noted.isEmpty { return true }
        for turn in 0..<Self.turns {
            // A cancelled task leaves the horizon where it is.
            if turn > 0, (try? await Task.sleep(for: .milliseconds(10))) == nil { return false }
            let writing = try await read { try Self.writers($0) }
            if noted.isDisjoint(with: writing.keys) { return true }
        }
        return false
    }

    private static var turns: Int { 100 }

    /// The transactions that hold a write lock on a table with a horizon, and whether each is older
    /// than four seconds.
    private static func writers(_ tx: Transaction) throws -> [String: Bool] {
        let all = try tx.all(
            """
            SELECT virtualtransaction, EXISTS (SELECT 1 FROM pg_stat_activity
                WHERE pg_stat_activity.pid = pg_locks.pid
                    AND xact_start < clock_timestamp() - INTERVAL '4 seconds')
            FROM pg_locks
            WHERE relation IN (SELECT tgrelid FROM pg_trigger
                    WHERE tgname LIKE '%above_horizon')
                AND mode = 'RowExclusiveLock'
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """
        ) { ($0.text(0), $0.flag(1)) }
        return Dictionary(all) { first, _ in first }
    }
}
