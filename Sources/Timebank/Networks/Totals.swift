package import Ledger
internal import Store

/// A network's totals for somebody who pays for it: nothing in them points at a person.
///
/// A number of people from 1 to 7 is not told, and what those few did is not either; others are
/// rounded to 5, and minutes to five hours, so that two reports taken one after the other do not
/// tell what one person did between them.
package struct Totals: Hashable, Sendable {
    package let from: Instant
    package let to: Instant
    /// Who takes part now.
    package let members: Figure
    /// Who was paid for hours, and for how many.
    package let earned: Sum
    /// Who enjoyed something, and what it cost.
    package let redeemed: Sum
    /// Who helped somebody directly, and how long.
    package let exchanged: Sum
    /// Who gave some away, to a person or the pot, and how much.
    package let given: Sum
    /// Who has credits now, and how many.
    package let outstanding: Sum

    /// People and what they moved.
    package struct Sum: Hashable, Sendable {
        package let people: Figure
        /// None where too few people stand behind it.
        package let minutes: Minutes?

        init(people count: Int64, minutes sum: Minutes) {
            people = Figure(count)
            minutes = people == .few ? nil : Minutes((sum.count + 150) / 300 * 300)
        }
    }

    /// A number of people that identifies none of them.
    package enum Figure: Hashable, Sendable {
        case none
        /// From 1 to 7.
        case few
        /// More, rounded to 5.
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

/// Asks for a network's totals in a period.
package struct TotalsQuery: Query {
    package let from: Instant
    package let to: Instant

    package static let name = "network.totals"
    package static let access: Access = .funder || .coordinator || .operator
    package static let isLong = true
    package var subject: Subject { .network }

    /// A question for the time from one moment to another.
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

    /// Minutes of transfers of these kinds within a time, and the number of accounts that received
    /// them, or gave them; what was reversed is left out.
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
