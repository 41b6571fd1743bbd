package import Ledger
package import Store

/// A lease on a node number, 0 to 1,023, which keeps the ids of concurrent processes apart.
///
/// The lease is not a lock. A process that was suspended for longer than its lease may find its
/// number taken. Until it notices, both processes could draw the same id in the same millisecond;
/// the store then refuses the second row, and its transaction is retried. So no process ever waits
/// for a lease.
package struct NodeLease: Hashable, Sendable {
    package let number: Int
    /// The random number by which the process with the lease identifies itself.
    let holder: Int64

    /// The duration of a lease that is not renewed: one hour.
    package static let lasts: Duration = .seconds(3_600)
    private static let end: Int64 = 1_024

    /// Takes a number that was never used, or else the one whose lease ends or ended first.
    package static func take(
        on database: Database,
        now: Instant,
        dice: Dice
    ) async throws -> NodeLease {
        let holder = dice.holder()
        let until = now + lasts
        return try await database.write(in: .none) { tx in
            // The lock makes processes that start at once take turns, so that none fails with a
            // conflict.
            try tx.alone(on: lockName("node"))
            let number = try tx.fresh(before: end, holder, until) ?? tx.oldest(holder, until)
            return NodeLease(number: Int(number), holder: holder)
        }
    }

    /// Extends the lease from `now`; returns false when another process has taken the number.
    package func renew(on database: Database, now: Instant) async throws -> Bool {
        let (number, holder, until) = (number, holder, now + Self.lasts)
        return try await database.write(in: .none) { tx in
            try tx.change(
                "UPDATE node SET until = $1 WHERE number = $2 AND holder = $3",
                until,
                number,
                holder
            ) == 1
        }
    }

    /// Ends the lease, so that the next process takes this number first.
    package func giveBack(on database: Database) async throws {
        let (number, holder) = (number, holder)
        try await database.write(in: .none) { tx in
            try tx.run(
                "UPDATE node SET until = 0 WHERE number = $1 AND holder = $2",
                number,
                holder
            )
        }
    }
}

extension Transaction {
    /// Takes a number that was never used; nil where all are used.
    ///
    /// - Throws: `StoreError.conflict` when another process took it first.
    fileprivate func fresh(
        before end: Int64,
        _ holder: Int64,
        _ until: Instant
    ) throws -> Int64? {
        let last = try first("SELECT MAX(number) FROM node") { $0.integerIfAny(0) } ?? nil
        let number = (last ?? -1) + 1
        guard number < end else { return nil }
        let made = try change(
            """
            INSERT INTO node (number, holder, until) VALUES ($1, $2, $3)
            ON CONFLICT (number) DO NOTHING
            """,
            number,
            holder,
            until
        )
        guard made == 1 else { throw StoreError.conflict }
        return number
    }

    /// Takes the number whose lease ends or ended first.
    ///
    /// - Throws: `StoreError.conflict` when another process took it first.
    fileprivate func oldest(_ holder: Int64, _ until: Instant) throws -> Int64 {
        let found = try first(
            "SELECT number, holder FROM node ORDER BY until, number LIMIT 1"
        ) { ($0.integer(0), $0.integer(1)) }
        guard let (number, before) = found else { throw StoreError.conflict }
        let taken = try change(
            "UPDATE node SET holder = $1, until = $2 WHERE number = $3 AND holder = $4",
            holder,
            until,
            number,
            before
        )
        guard taken == 1 else { throw StoreError.conflict }
        return number
    }
}
