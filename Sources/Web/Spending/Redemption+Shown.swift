internal import Ledger
package import Timebank

extension Redemption: Shaped {
    package static let shape = Shape<Redemption>(
        "Redemption",
        [
            .member("id", .id) { $0.id }, .member("at", .time) { $0.at },
            .member("offer", .id) { $0.offer },
            .member("organisation", .id) { $0.organisation },
            .member("member", .id) { $0.member },
            .member("adults", .count(0...100)) { $0.adults },
            .member("children", .count(0...100)) { $0.children },
            .member("minutes", .minutes) { $0.minutes },
            .member(
                "guardian",
                .orNull(.id),
                "The person who was there for the member; null where the member was."
            ) { $0.guardian },
            .member("transfer", .id) { $0.transfer },
            .member("undoneBy", .orNull(.id)) { $0.undoneBy },
        ]
    )
}

extension Receipt: Shaped {
    package static let shape = Shape<Receipt>(
        "Receipt",
        [
            .member("redemption", .shown) { $0.redemption },
            .member("transfer", .shown) { ShownTransfer($0.transfer) },
        ]
    )
}

extension CardHolder: Shaped {
    package static let shape = Shape<CardHolder>(
        "CardHolder",
        [
            .member("card", .text(1...64), "As it was sent.") { $0.card },
            .member("name", .text(0...480), "The first name and an initial.") { $0.name },
            .member(
                "fits",
                .orNull(.flag),
                "Whether it is enough for what was chosen; null where nothing was."
            ) { $0.fits },
            .member(
                "wouldFit",
                .orNull(.shown),
                "Who could come where it is not enough, said of at most \(Fit.most) people; else "
                    + "null."
            ) { $0.wouldFit },
            .member("guardians", .list(.shown), "Who may stand at the till for the member.") {
                $0.guardians
            },
        ]
    )

    private var fits: Bool? { fit.map { $0 == .enough } }

    private var wouldFit: Party? {
        guard case .tooLittle(let party) = fit else { return nil }
        return party
    }
}

extension Party: Shaped {
    package static let shape = Shape<Party>(
        inner: [
            .member("adults", .count(0...100)) { $0.adults },
            .member("children", .count(0...100)) { $0.children },
        ]
    )
}

extension Presenter: Shaped {
    package static let shape = Shape<Presenter>(
        inner: [
            .member("person", .id) { $0.person }, .member("name", .text(0...480)) { $0.name },
        ]
    )
}
