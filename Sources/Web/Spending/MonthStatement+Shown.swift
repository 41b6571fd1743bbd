internal import Ledger
package import Timebank

extension MonthStatement: Shaped {
    package static let shape = Shape<MonthStatement>(
        "MonthStatement",
        [
            .member("organisation", .id) { $0.organisation.id },
            .member("month", .month) { $0.month },
            .member("opening", .balance, "The takings when the month began.") { $0.opening },
        ] + Sums.shape.inside { $0.sums } + [
            .member("closing", .balance, "The takings when it ended, or now.") { $0.closing },
            .member("days", .list(.shown), "The days on which something moved.") { $0.days },
        ]
    )

    package var room: Int { 512 + 160 * days.count }
}

extension MonthStatement.OfDay: Shaped {
    package static let shape = Shape<MonthStatement.OfDay>(
        inner: [.member("date", .date) { $0.day }] + MonthStatement.Sums.shape.inside { $0.sums }
            + [
                .member("closing", .balance, "The takings at the end of the day.") { $0.closing }
            ]
    )
}

extension MonthStatement.Sums: Shaped {
    package static let shape = Shape<MonthStatement.Sums>(
        inner: [
            .member("visits", .number(0 ... .max), "Redemptions, with those undone later.") {
                $0.visits
            },
            .member("accepted", .balance) { $0.accepted },
            .member("undone", .balance) { $0.undone },
            .member("retired", .balance, "Taken out of circulation.") { $0.retired },
            .member("recycled", .balance, "Moved to the allocation, to be given again.") {
                $0.recycled
            },
            .member("other", .balance, "Anything else; below zero where it went out.") {
                $0.other
            },
        ]
    )
}

extension Notation<Month> {
    /// A month as `2026-11`.
    fileprivate static var month: Notation { Notation(.text(7...7)) { $0.text($1.description) } }
}
