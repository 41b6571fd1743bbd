package import Ledger
internal import Store

/// A network's totals for a funder, which identify no person.
///
/// Counts of 1 to 7 people are hidden, and so are the minutes of these people. Other counts are
/// rounded to 5 and minutes to 5 hours, so that the difference of two reports does not reveal what
/// one person did between them.
package struct Totals: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    /// The active members now.
    package let members: Figure
    /// The members who earned, and the minutes they earned.
    package let earned: Sum
    /// The accounts that spent at organisations, and the minutes they spent.
    package let redeemed: Sum
    /// The members who helped another member, and the minutes of help.
    package let exchanged: Sum
    /// The members who gave to another member or to the pot, and the minutes they gave.
    package let given: Sum
    /// The wallets with a positive balance now, and the sum of their balances.
    package let outstanding: Sum

    /// A rounded number of people and their rounded minutes.
    package struct Sum: Hashable, Sendable {
        package let people: Figure
        /// Rounded to 300 minutes; nil where there are only 1 to 7 people.
        package let minutes: Minutes?

        init(people count: Int64, minutes sum: Minutes) {
            people = Figure(count)
            minutes = people == .few ? nil : Minutes((sum.count + 150) / 300 * 300)
        }
    }

    /// A number of people that is too coarse to identify any of them.
    package enum Figure: Hashable, Sendable {
        case none
        /// From 1 to 7.
        case few
        /// 8 or more, rounded to 5.
        case about(Int64)

        init(_ count: Int64) {
            switch count {
            case ...0: self = .none
            case 1...7: self = .few
            default: self = .about((count + 2) / 5 * 5)
            }
        }
    }
}

/// Reads a network's totals in a period.
package struct TotalsQuery: Query {
    package let from: Instant
    package let to: Instant

    package static let name = "network.totals"
    package static let access: Access = .funder || .coordinator || .operator
    package static let isLong = true
    package var subject: Subject { .network }

    /// A query for the period from `from` (inclusive) to `to` (exclusive); by default all time.
    package init(
        from: Instant = Instant(microseconds: 0),
        to: Instant = Instant(microseconds: .max)
    ) {
        self.from = from
        self.to = to
    }

    package func answer(at view: View) throws -> Totals {
        let network = try view.here.id
        func sum(
            _ kind: TransferKind,
            _ second: TransferKind? = nil,
            by side: SQLText = "to_account"
        ) throws -> Totals.Sum {
            try view.tx.moved((kind, second ?? kind), by: side, from, to, in: network)
        }
        return Totals(
            from: from,
            to: min(to, view.now),
            members: .init(try view.tx.memberCount(in: network)),
            earned: try sum(.earn),
            redeemed: try sum(.redeem, by: "from_account"),
            exchanged: try sum(.exchange),
            given: try sum(.gift, .donate, by: "from_account"),
            outstanding: try view.tx.outstanding(in: network)
        )
    }
}

extension Transaction {
    fileprivate func memberCount(in network: Network.ID) throws -> Int64 {
        try first(
            "SELECT COUNT(*) FROM member WHERE network = $1 AND status = 'active'",
            network
        ) { $0.integer(0) } ?? 0
    }

    fileprivate func outstanding(in network: Network.ID) throws -> Totals.Sum {
        try first(
            """
            SELECT COUNT(*), COALESCE(CAST(SUM(balance) AS BIGINT), 0)
            FROM account WHERE network = $1 AND kind = $2 AND balance > 0
            """,
            network,
            AccountKind.wallet.rawValue
        ) { Totals.Sum(people: $0.integer(0), minutes: $0.minutes(1)) }
            ?? Totals.Sum(people: 0, minutes: .zero)
    }

    /// Returns the minutes of the transfers of these kinds in a period.
    ///
    /// `side` is the column of the accounts that are counted as people. Reversed transfers are left
    /// out.
    fileprivate func moved(
        _ kinds: (TransferKind, TransferKind),
        by side: SQLText,
        _ from: Instant,
        _ to: Instant,
        in network: Network.ID
    ) throws -> Totals.Sum {
        try first(
            """
            SELECT COUNT(DISTINCT \(side)), COALESCE(CAST(SUM(minutes) AS BIGINT), 0)
            FROM transfer t
            WHERE network = $1 AND kind IN ($2, $3) AND at >= $4 AND at < $5
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = t.id)
            """,
            network,
            kinds.0.rawValue,
            kinds.1.rawValue,
            from,
            to
        ) { Totals.Sum(people: $0.integer(0), minutes: $0.minutes(1)) }
            ?? Totals.Sum(people: 0, minutes: .zero)
    }
}
