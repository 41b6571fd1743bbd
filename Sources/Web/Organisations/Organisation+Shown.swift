internal import Ledger
internal import Timebank

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
