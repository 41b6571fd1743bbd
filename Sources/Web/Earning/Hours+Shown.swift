internal import Ledger
package import Timebank

extension Hours: Shaped {
    package static let shape = Shape<Hours>(
        "Hours",
        [
            .member("id", .id) { $0.id }, .member("opportunity", .id) { $0.opportunity },
            .member("organisation", .id) { $0.organisation },
            .member("member", .id) { $0.member }, .member("date", .date) { $0.day },
            .member("minutes", .minutes) { $0.minutes },
            .member("note", .text(0...2_000)) { $0.note },
            .member("status", .word) { $0.status },
            .member(
                "reason",
                .orNull(.text(0...2_000)),
                "Why they were refused, or confirmed beyond 24 hours on a day."
            ) { $0.reason },
            .member("transfer", .orNull(.id), "What paid for them.") { $0.transfer },
        ]
    )
}

extension WaitingHours: Shaped {
    package static let shape = Shape<WaitingHours>(
        "WaitingHours",
        after: Hours.shape.inside { $0.hours },
        [
            .member("memberName", .text(0...480)) { $0.memberName },
            .member("memberNumber", .text(1...32)) { $0.memberNumber },
            .member("title", .text(0...480), "What was to be done.") { $0.title },
            .member(
                "oddities",
                .list(.word),
                "Why to look twice: more than 24 hours on that day (`day`), equal to others "
                    + "(`same`), long, twice on one day, old, on a day that is still to come "
                    + "(`future`), or one's own."
            ) { $0.oddities },
        ]
    )
}

extension Confirmation: Shaped {
    package static let shape = Shape<Confirmation>(
        "Confirmation",
        [
            .member("hours", .shown) { $0.hours },
            .member("transfer", .shown) { ShownTransfer($0.transfer) },
        ]
    )
}

extension Confirmations: Shaped {
    package static let shape = Shape<Confirmations>(
        "Confirmations",
        [
            .member("confirmed", .list(.id), "The hours that were confirmed and paid.") {
                $0.confirmed
            },
            .member(
                "left",
                .list(.id),
                "Those that were not: one's own, or decided already, or more than the day has, or "
                    + "entered to be confirmed later."
            ) { $0.left },
        ]
    )
}
