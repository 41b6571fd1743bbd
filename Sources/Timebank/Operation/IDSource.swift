package import Ledger
internal import Store
internal import Synchronization

/// Draws the ids of one running program.
package final class IDSource: Sendable {
    private let generator: Mutex<IDGenerator>

    /// A source for a node that goes on after the largest id in the store.
    package init(node: Int = 0, after largest: Int64) {
        generator = Mutex(IDGenerator(node: node, after: largest))
    }

    /// The next id.
    package func next(at now: Instant) -> Int64 {
        generator.withLock { $0.next(at: now.microseconds / 1_000) }
    }

    /// How many milliseconds the ids are ahead of the clock.
    package func ahead(of now: Instant) -> Int64 {
        generator.withLock { $0.isAhead(of: now.microseconds / 1_000) }
    }
}

extension Transaction {
    /// The largest id that the store has, from each table that draws any.
    func largestID() throws -> Int64 {
        try first(
            """
            SELECT id FROM (
                SELECT MAX(id) AS id FROM transfer
                UNION ALL SELECT MAX(id) FROM journal
                UNION ALL SELECT MAX(id) FROM hours
                UNION ALL SELECT MAX(id) FROM redemption
                UNION ALL SELECT MAX(id) FROM hold
                UNION ALL SELECT MAX(id) FROM account
                UNION ALL SELECT MAX(account) FROM rollup
                UNION ALL SELECT MAX(id) FROM member
                UNION ALL SELECT MAX(id) FROM person
                UNION ALL SELECT MAX(id) FROM organisation
                UNION ALL SELECT MAX(id) FROM opportunity
                UNION ALL SELECT MAX(id) FROM offer
                UNION ALL SELECT MAX(id) FROM seal
                UNION ALL SELECT MAX(id) FROM network
            ) AS largest
            WHERE id IS NOT NULL
            ORDER BY id DESC LIMIT 1
            """, as: { $0.integer(0) }) ?? 0
    }
}
