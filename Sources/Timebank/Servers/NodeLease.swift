package import Ledger
package import Store

/// A number, 0 to 1,023, that keeps the ids of one running program apart from those of others.
///
/// A lease is no lock. A program that was away for longer than its lease lasts may find its number
/// with somebody else; until it notices, both could draw the same id in the same millisecond,
/// which the store refuses and the change is run again. So nobody ever waits for a lease.
package struct NodeLease: Hashable, Sendable {
    package let number: Int
    /// Who has it: a number at random for each running program.
    let holder: Int64

    /// How long a lease lasts unless it is renewed.
    package static let lasts: Duration = .seconds(3_600)
    private static let end: Int64 = 1_024

    /// Takes a number: one that nobody ever had, else one whose lease ran out, else the one whose
    /// lease is the oldest.
    package static func take(
        on database: Database,
        now: Instant,
        dice: Dice
    ) async throws -> NodeLease {
        let holder = dice.holder()
        let until = now + lasts
        return try await database.write(in: .none) { tx in
            // Of many that start at once each waits for the one before it, and none in vain.
            try tx.alone(on: lockName("node"))
            let number = try tx.fresh(before: end, holder, until) ?? tx.oldest(holder, until)
            return NodeLease(number: Int(number), holder: holder)
        }
    }

    /// Makes it last from now on; false when somebody else has it by now.
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

    /// Gives it back, for the next program to take.
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
    /// A number that nobody ever had; nil where there is none left.
    ///
    /// - Throws: `StoreError.conflict` when another program was quicker.
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

    /// The number whose lease ran out first, or will.
    ///
    /// - Throws: `StoreError.conflict` when another program was quicker.
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
