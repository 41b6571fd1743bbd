internal import Ledger
package import Timebank

/// A member with their new card, as the API returns it.
///
/// It omits contacts: the person who hands over a card may not be allowed to see them.
struct ShownCard: Shaped {
    private let member: Member

    init(_ member: Member) { self.member = member }

    static let shape = Shape<ShownCard>(
        "Card",
        [
            .member("member", .id) { $0.member.id },
            .member("number", .text(1...32)) { $0.member.number },
            .member("name", .text(0...480)) { $0.member.name },
            .member("card", .orNull(.text(1...20)), "The code on the card.") { $0.member.card },
        ]
    )
}

extension HandedCode: Shaped {
    package static let shape = Shape<HandedCode>(
        "Code",
        [
            .member("code", .text(29...29), "For the member alone, to be written on paper.") {
                $0.code.revealed
            },
            .member("expires", .time) { $0.expires },
            .member("member", .orNull(.id), "Whom it is for.") { $0.member?.id },
        ]
    )
}
