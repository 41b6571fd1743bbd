internal import Ledger
internal import Timebank

extension Redemption: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("at", at)
            json.member("offer", offer)
            json.member("organisation", organisation)
            json.member("member", member)
            json.member("adults", Int64(adults))
            json.member("children", Int64(children))
            json.member("minutes", minutes)
            json.member("guardian", guardian)
            json.member("transfer", transfer)
            json.member("undoneBy", undoneBy)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("at", .time), Property("offer", .id),
        Property("organisation", .id), Property("member", .id),
        Property("adults", .number(0...100)), Property("children", .number(0...100)),
        Property("minutes", .minutes),
        Property(
            "guardian",
            .orNull(.id),
            "The person who was there for the member; null where the member was."
        ),
        Property("transfer", .id),
        Property("undoneBy", .orNull(.id)),
    ]
}

extension Receipt: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("redemption", shown: redemption)
            json.member("transfer", shown: ShownTransfer(transfer))
        }
    }

    static let members: [Property] = [
        Property("redemption", .named("Redemption")), Property("transfer", .named("Transfer")),
    ]
}

extension CardHolder: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("card", card)
            json.member("name", name)
            json.name("fits")
            switch fit {
            case nil: json.null()
            case .enough?: json.flag(true)
            case .tooLittle?: json.flag(false)
            }
            json.name("wouldFit")
            if case .tooLittle(let party?) = fit {
                json.object { json in
                    json.member("adults", Int64(party.adults))
                    json.member("children", Int64(party.children))
                }
            } else {
                json.null()
            }
            json.name("guardians")
            json.list(guardians) { $1.show(to: &$0) }
        }
    }

    static let members: [Property] = [
        Property("card", .text(1...64), "As it was sent."),
        Property("name", .text(0...480), "The first name and an initial."),
        Property(
            "fits",
            .orNull(.flag),
            "Whether it is enough for what was chosen; null where nothing was."
        ),
        Property(
            "wouldFit",
            .orNull(
                .object([
                    Property("adults", .number(0...100)), Property("children", .number(0...100)),
                ])
            ),
            "Who could come where it is not enough, said of at most \(Fit.most) people; else null."
        ),
        Property(
            "guardians",
            .list(.object(Presenter.members), most: nil),
            "Who may stand at the till for the member."
        ),
    ]
}

extension Presenter: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("person", person)
            json.member("name", name)
        }
    }

    static let members: [Property] = [
        Property("person", .id), Property("name", .text(0...480)),
    ]
}
