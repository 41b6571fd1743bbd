internal import Hummingbird
internal import Ledger
internal import Timebank

/// What an organisation has on the list, taken off it and put back.
struct Shelving: Journey {
    var routes: [PageRoute] {
        [.get(Address.shelf, shelf), .post(Address.shelf, change)]
    }

    private func shelf(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await page(visit, at: organisation, refusal: nil)
    }

    private func change(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        try await visit.trying {
            let isOpen = visit.body["open"] == "yes"
            let name: String
            switch ShelfLine.Kind(rawValue: visit.body["kind"]) {
            case .opportunity:
                name = try await visit.perform(
                    OpenOpportunity(opportunity: try visit.body.id("id"), isOpen: isOpen)
                )
                .title
            case .offer:
                name = try await visit.perform(
                    OpenOffer(offer: try visit.body.id("id"), isOpen: isOpen)
                )
                .title
            case nil: throw AccessRefusal.notFound
            }
            let visitor = try await visit.look { _ in }.visitor
            let words = Voice(visit.language(of: visitor))
            return visit.lead(
                to: Address.shelf(visitor.network.slug, organisation),
                notice: words(
                    isOpen ? OrganisationsText.noticeListed : OrganisationsText.noticeUnlisted,
                    ["name": .word(name)]
                )
            )
        } again: { refusal in
            try await page(visit, at: organisation, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        at organisation: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { glance in
            (
                name: try glance.ask(OrganisationQuery(organisation: organisation))
                    .organisation.name,
                shelf: try glance.ask(ShelfQuery(organisation: organisation))
            )
        }
        let frame = visit.frame(visitor)
        let things =
            seen.shelf.opportunities.map {
                ShelfLine($0.id, name: $0.title, isOpen: $0.isOpen)
            }
            + seen.shelf.offers.map {
                ShelfLine($0.id, name: $0.title, isOpen: $0.isOpen)
            }
        return visit.show(
            DetailPage.shelf(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                name: seen.name,
                things: things,
                seal: { visit.seal() },
                entered: refusal.map { visit.entered($0, frame.words.language, at: []) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
