internal import Ledger
internal import Store

/// Reads what an organisation took in and gave out in this month and the eleven before it.
///
/// Its cost grows with the organisation's own transfers of these months only: takings are found by
/// their partial index, hours given by the chain of the allocation's transfers.
package struct OrganisationMonthsQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "organisation.months"
    package static let access: Access = .staff(.worker) || .coordinator || .operator
    package static let isLong = true
    package var subject: Subject { .owned(organisation) }

    /// The number of days over which the pace of giving is measured.
    private static let paceDays: Int64 = 90

    /// A query for one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> OrganisationMonths {
        let network = try view.here
        guard let found = try view.tx.organisation(organisation, in: network.id) else {
            throw AccessRefusal.notFound
        }
        let last = Month(of: network.day(of: view.now))
        var taken = ActivityTally(upTo: last) { network.start(of: $0) }
        var given = taken
        try view.tx.eachTaken(into: found.takings.id, since: taken.start) {
            taken.add($0.minutes, at: $0.at, person: $0.other, for: $0.title)
        }
        let lately = view.now - .seconds(86_400 * Self.paceDays)
        var pace: Int64 = 0
        try view.tx.eachGiven(from: found.allocation.id, since: given.start, in: network.id) {
            given.add($0.minutes, at: $0.at, person: $0.other, for: $0.title)
            if $0.at > lately { pace += $0.minutes.count }
        }
        let purse = try view.tx.purse(of: found.allocation.id, in: network.id)
        let left = purse?.spendable ?? .zero
        return OrganisationMonths(
            organisation: found,
            taken: taken.activity,
            given: given.activity,
            left: left,
            lasts: pace > 0 ? max(left.count, 0) * Self.paceDays / pace : nil
        )
    }
}

/// A transfer that was not reversed, from the organisation's point of view.
private struct Flow {
    let minutes: Minutes
    let at: Instant
    /// The account on the other side.
    let other: Int64
    let title: String

    /// Reads the columns minutes, time, other account and memo.
    init(_ row: Row) {
        minutes = row.minutes(0)
        at = row.instant(1)
        other = row.integer(2)
        title = row.textIfAny(3) ?? ""
    }
}

extension Transaction {
    /// Passes on each redemption of a takings account from `since` on, in any order.
    ///
    /// The id of a transfer is never older than its time, so rows with older ids cannot match.
    fileprivate func eachTaken(
        into takings: Account.ID,
        since: Instant,
        do body: (Flow) -> Void
    ) throws {
        try each(
            """
            SELECT t.minutes, t.at, t.from_account, memo.words
            FROM transfer t LEFT JOIN memo ON memo.transfer = t.id
            WHERE t.to_account = $1 AND t.to_after IS NULL AND t.id >= $2 AND t.kind = $3
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = t.id)
            """,
            takings,
            IDGenerator.smallestID(at: since.milliseconds),
            TransferKind.redeem.rawValue
        ) { row in
            body(Flow(row))
            return true
        }
    }

    /// Passes on each payment for hours from an allocation from `since` on, in any order.
    fileprivate func eachGiven(
        from allocation: Account.ID,
        since: Instant,
        in network: Network.ID,
        do body: (Flow) -> Void
    ) throws {
        try each(
            """
            WITH RECURSIVE walk AS (
                SELECT t.id, t.kind, t.to_account, t.minutes, t.at,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                        AS previous
                FROM account a JOIN transfer t ON t.id = a.last
                WHERE a.id = $1 AND a.network = $2
                UNION ALL
                SELECT t.id, t.kind, t.to_account, t.minutes, t.at,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                FROM walk JOIN transfer t ON t.id = walk.previous WHERE walk.previous >= $3
            )
            SELECT walk.minutes, walk.at, walk.to_account, memo.words
            FROM walk LEFT JOIN memo ON memo.transfer = walk.id
            WHERE walk.kind = $4 AND walk.id >= $3
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = walk.id)
            """,
            allocation,
            network,
            IDGenerator.smallestID(at: since.milliseconds),
            TransferKind.earn.rawValue
        ) { row in
            body(Flow(row))
            return true
        }
    }
}
