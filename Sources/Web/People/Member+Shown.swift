internal import Ledger
internal import Timebank

extension Member: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("number", number)
            json.member("name", name)
            json.member("status", status.rawValue)
            json.member("account", wallet.id)
            json.member("email", email)
            json.member("phone", phone)
            json.member("language", language)
            json.member("card", card)
            json.member("joined", joined)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("number", .text(1...32)), Property("name", .text(0...480)),
        Property("status", .word(Status.allCases.map(\.rawValue))),
        Property("account", .id, "The wallet."), Property("email", .orNull(.text(0...254))),
        Property("phone", .orNull(.text(0...160))), Property("language", .text(2...10)),
        Property("card", .orNull(.text(1...20)), "The code on the card."),
        Property("joined", .time),
    ]
}

extension MemberState: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", member.id)
            json.member("number", member.number)
            json.member("name", member.name)
            json.member("status", member.status.rawValue)
            json.member("language", member.language)
            json.member("joined", member.joined)
            json.member("email", member.email)
            json.member("phone", member.phone)
            json.member("card", member.card)
            json.member("account", purse.map { _ in member.wallet.id })
            json.member("minutes", purse?.minutes)
            json.member("held", purse?.held)
            json.name("signsIn")
            if let signsIn { json.flag(signsIn) } else { json.null() }
        }
    }

    /// What only those who look after the member see is null for others.
    static let members: [Property] = [
        Property("id", .id), Property("number", .text(1...32)), Property("name", .text(0...480)),
        Property("status", .word(Member.Status.allCases.map(\.rawValue))),
        Property("language", .text(2...10)), Property("joined", .time),
        Property("email", .orNull(.text(0...254))), Property("phone", .orNull(.text(0...160))),
        Property("card", .orNull(.text(1...20)), "The code on the card."),
        Property("account", .orNull(.id), "The wallet."),
        Property("minutes", .orNull(.balance)),
        Property("held", .orNull(.balance), "Of these, reserved."),
        Property("signsIn", .orNull(.flag), "Whether they have chosen a password."),
    ]
}
