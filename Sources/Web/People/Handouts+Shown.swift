internal import Ledger
internal import Timebank

/// A member's new card, for whoever hands it over, who need not see how to reach the member.
struct ShownCard: Shown {
    private let member: Member

    init(_ member: Member) { self.member = member }

    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("member", member.id)
            json.member("number", member.number)
            json.member("name", member.name)
            json.member("card", member.card)
        }
    }

    static let members: [Property] = [
        Property("member", .id), Property("number", .text(1...32)),
        Property("name", .text(0...480)),
        Property("card", .orNull(.text(1...20)), "The code on the card."),
    ]
}

extension HandedCode: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code.revealed)
            json.member("expires", expires)
            json.member("member", member?.id)
        }
    }

    static let members: [Property] = [
        Property("code", .text(29...29), "For the member alone, to be written on paper."),
        Property("expires", .time),
        Property("member", .orNull(.id), "Whom it is for."),
    ]
}
