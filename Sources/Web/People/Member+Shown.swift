internal import Ledger
package import Timebank

extension Member: Shaped {
    package static let shape = Shape<Member>(
        "Member",
        [
            .member("id", .id) { $0.id }, .member("number", .text(1...32)) { $0.number },
            .member("name", .text(0...480)) { $0.name },
            .member("status", .word) { $0.status },
            .member("account", .id, "The wallet.") { $0.wallet.id },
            .member("email", .orNull(.text(0...254))) { $0.email },
            .member("phone", .orNull(.text(0...160))) { $0.phone },
            .member("language", .text(2...10)) { $0.language },
            .member("card", .orNull(.text(1...20)), "The code on the card.") { $0.card },
            .member("joined", .time) { $0.joined },
        ]
    )
}

extension MemberState: Shaped {
    /// Contacts, card, wallet and `signsIn` are null for viewers who may not see them.
    package static let shape = Shape<MemberState>(
        "MemberState",
        listed: "MemberList",
        [
            .member("id", .id) { $0.member.id },
            .member("number", .text(1...32)) { $0.member.number },
            .member("name", .text(0...480)) { $0.member.name },
            .member("status", .word) { $0.member.status },
            .member("language", .text(2...10)) { $0.member.language },
            .member("joined", .time) { $0.member.joined },
            .member("email", .orNull(.text(0...254))) { $0.member.email },
            .member("phone", .orNull(.text(0...160))) { $0.member.phone },
            .member("card", .orNull(.text(1...20)), "The code on the card.") { $0.member.card },
            .member("account", .orNull(.id), "The wallet.") { state in
                state.purse.map { _ in state.member.wallet.id }
            },
            .member("minutes", .orNull(.balance)) { $0.purse?.minutes },
            .member("held", .orNull(.balance), "Of these, reserved.") { $0.purse?.held },
            .member("signsIn", .orNull(.flag), "Whether they have chosen a password.") {
                $0.signsIn
            },
        ]
    )
}
