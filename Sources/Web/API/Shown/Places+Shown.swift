internal import Ledger
internal import Timebank

extension Opportunity: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("organisation", organisation)
            json.member("organisationName", organisationName)
            json.member("title", title)
            json.member("details", details)
            json.member("place", place)
            json.member("minutes", minutes)
            json.member("open", isOpen)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("organisation", .id),
        Property("organisationName", .text(0...480)), Property("title", .text(0...480)),
        Property("details", .text(0...8_000)), Property("place", .text(0...800)),
        Property("minutes", .minutes, "How long it usually takes."), Property("open", .flag),
    ]
}

extension Offer: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("organisation", organisation)
            json.member("organisationName", organisationName)
            json.member("title", title)
            json.member("details", details)
            json.member("adult", adult)
            json.member("child", child)
            json.member("open", isOpen)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("organisation", .id),
        Property("organisationName", .text(0...480)), Property("title", .text(0...480)),
        Property("details", .text(0...8_000)), Property("adult", .number(0...100_000)),
        Property("child", .orNull(.number(0...100_000)), "Null where children do not come."),
        Property("open", .flag),
    ]
}

extension Shelf: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.name("opportunities")
            json.list(opportunities) { $1.show(to: &$0) }
            json.name("offers")
            json.list(offers) { $1.show(to: &$0) }
        }
    }

    static let members: [Property] = [
        Property("opportunities", .list(.named("Opportunity"), most: ShelfQuery.most)),
        Property("offers", .list(.named("Offer"), most: ShelfQuery.most)),
    ]
}

extension Organisation: Shown {
    func show(to json: inout JSONWriter) {
        OrganisationState(organisation: self, left: nil, taken: nil).show(to: &json)
    }
}

extension OrganisationState: Shown {
    func show(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", organisation.id)
            json.member("slug", organisation.slug.description)
            json.member("name", organisation.name)
            json.member("earns", organisation.earns)
            json.member("spends", organisation.spends.rawValue)
            json.member("open", organisation.isOpen)
            json.member("allocation", organisation.allocation.id)
            json.member("takings", organisation.takings.id)
            json.member("left", left)
            json.member("taken", taken)
        }
    }

    static let members: [Property] = [
        Property("id", .id), Property("slug", .slug), Property("name", .text(0...480)),
        Property("earns", .flag),
        Property("spends", .word(Organisation.Spends.allCases.map(\.rawValue))),
        Property("open", .flag), Property("allocation", .id), Property("takings", .id),
        Property(
            "left",
            .orNull(.balance),
            "What it may still issue; for those who look after it."
        ),
        Property("taken", .orNull(.balance), "What it has accepted; likewise."),
    ]
}

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
