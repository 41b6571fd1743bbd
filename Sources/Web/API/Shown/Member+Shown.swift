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
