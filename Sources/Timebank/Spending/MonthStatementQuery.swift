package import Ledger
internal import Store

/// Reads an organisation's takings in one month.
package struct MonthStatementQuery: Query {
    package let organisation: Organisation.ID
    /// Nil for the current month.
    package let month: Month?

    package static let name = "organisation.statement"
    package static let access: Access = .staff(.worker) || .coordinator || .operator
    package static let isLong = true
    package var subject: Subject { .owned(organisation) }

    /// A query for a month, in the network's time zone; it must have begun.
    package init(organisation: Organisation.ID, month: Month? = nil) {
        self.organisation = organisation
        self.month = month
    }

    package func answer(at view: View) throws -> MonthStatement {
        let network = try view.here
        let current = Month(of: network.day(of: view.now))
        let month = month ?? current
        guard month <= current else {
            throw FieldRefusal.invalid(field: Self.field, .inTheFuture)
        }
        guard let found = try view.tx.organisation(organisation, in: network.id) else {
            throw AccessRefusal.notFound
        }
        let start = network.start(of: month.first)
        let end = network.start(of: month.adding(months: 1).first)
        var opening = try view.tx.balance(of: found.takings, in: network.id)
        var days: [Day: MonthStatement.Sums] = [:]
        try view.tx.eachMove(of: found.takings.id, since: start) { move in
            opening = move.isIn ? opening - move.minutes : opening + move.minutes
            guard move.at < end else { return }
            days[network.day(of: move.at), default: .init()].add(
                move.minutes,
                move.kind,
                reversing: move.reversed,
                isIn: move.isIn
            )
        }
        return MonthStatement(found, month, opening: opening, days: days)
    }

    /// The query's own field.
    package static let field: FieldName = "month"
}

/// A transfer into or out of a takings account.
private struct Move {
    let minutes: Minutes
    let at: Instant
    let kind: TransferKind
    let reversed: TransferKind?
    let isIn: Bool

    /// Reads the columns kind, reversed kind, minutes, time, and 1 for a credit.
    init(_ row: Row) throws {
        kind = try row.number(0)
        reversed = row.integerIfAny(1).flatMap { TransferKind(rawValue: $0) }
        minutes = row.minutes(2)
        at = row.instant(3)
        isIn = row.flag(4)
    }
}

extension Transaction {
    /// Passes on each transfer of a takings account from `since` on, in any order.
    ///
    /// The id of a transfer is never older than its time, so rows with older ids cannot match.
    fileprivate func eachMove(
        of takings: Account.ID,
        since: Instant,
        do body: (Move) -> Void
    ) throws {
        try each(
            """
            SELECT t.kind, b.kind, t.minutes, t.at, 1
            FROM transfer t LEFT JOIN transfer b ON b.id = t.reverses
            WHERE t.to_account = $1 AND t.to_after IS NULL AND t.id >= $2 AND t.at >= $3
            UNION ALL
            SELECT t.kind, b.kind, t.minutes, t.at, 0
            FROM transfer t LEFT JOIN transfer b ON b.id = t.reverses
            WHERE t.from_account = $1 AND t.from_after IS NULL AND t.id >= $2 AND t.at >= $3
            """,
            takings,
            IDGenerator.smallestID(at: since.milliseconds),
            since
        ) { row in
            body(try Move(row))
            return true
        }
    }
}
