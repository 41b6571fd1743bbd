package import Ledger

/// An organisation's takings in one month, day by day, as its books have them.
///
/// Unlike ``OrganisationMonths`` it shows what was undone, on the day on which it was undone.
package struct MonthStatement: Hashable, Sendable {
    package let organisation: Organisation
    package let month: Month
    /// The balance of the takings when the month began.
    package let opening: Minutes
    package let sums: Sums
    /// The days on which something moved, in order.
    package let days: [OfDay]

    /// The balance of the takings when the month ended, or now.
    package var closing: Minutes { opening + sums.change }

    /// What moved in a month or on a day.
    package struct Sums: Hashable, Sendable {
        /// The number of redemptions, with those that were undone.
        package var visits: Int64 = 0
        package var accepted = Minutes.zero
        package var undone = Minutes.zero
        package var retired = Minutes.zero
        package var recycled = Minutes.zero
        /// Anything else, such as an opening balance; below zero where it went out.
        package var other = Minutes.zero

        /// By how much the balance grew.
        package var change: Minutes { accepted - undone - retired - recycled + other }
    }

    /// One day, with the balance at its end.
    package struct OfDay: Hashable, Sendable {
        package let day: Day
        package let sums: Sums
        package let closing: Minutes
    }
}

extension MonthStatement.Sums {
    /// Adds a transfer of `kind`; `reversed` is the kind of the transfer that it reverses, if any.
    mutating func add(
        _ minutes: Minutes,
        _ kind: TransferKind,
        reversing reversed: TransferKind?,
        isIn: Bool
    ) {
        switch (kind, reversed) {
        case (.redeem, _):
            visits += 1
            accepted = accepted + minutes
        case (.loss, _): accepted = accepted + minutes
        case (.retire, _): retired = retired + minutes
        case (.recycle, _): recycled = recycled + minutes
        case (.reversal, .redeem?), (.reversal, .loss?): undone = undone + minutes
        case (.reversal, .retire?): retired = retired - minutes
        case (.reversal, .recycle?): recycled = recycled - minutes
        default: other = isIn ? other + minutes : other - minutes
        }
    }
}

extension MonthStatement {
    /// Sums up the days.
    init(
        _ organisation: Organisation,
        _ month: Month,
        opening: Minutes,
        days: [Day: Sums]
    ) {
        var balance = opening
        var all = Sums()
        let listed = days.sorted { $0.key < $1.key }.map { day, sums in
            balance = balance + sums.change
            all.add(sums)
            return OfDay(day: day, sums: sums, closing: balance)
        }
        self.init(
            organisation: organisation,
            month: month,
            opening: opening,
            sums: all,
            days: listed
        )
    }
}

extension MonthStatement.Sums {
    fileprivate mutating func add(_ day: Self) {
        visits += day.visits
        accepted = accepted + day.accepted
        undone = undone + day.undone
        retired = retired + day.retired
        recycled = recycled + day.recycled
        other = other + day.other
    }
}
