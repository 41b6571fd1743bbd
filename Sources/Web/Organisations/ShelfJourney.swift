internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page on which an organisation's opportunities and offers are listed and unlisted.
struct ShelfJourney: Journey {
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
            let asked = visit.body["kind"]
            guard let kind = Shelf.kinds.first(where: { $0.listing.kind == asked }) else {
                throw AccessRefusal.notFound
            }
            let name = try await open(kind, isOpen: isOpen, for: visit)
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
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

    /// Lists or unlists the thing whose id is in the form, and returns its title.
    private func open<Thing: Listed>(
        _: Thing.Type,
        isOpen: Bool,
        for visit: Visit
    ) async throws -> String {
        let thing: ID<Thing> = try visit.body.id("id")
        return try await visit.perform(OpenListed(thing, isOpen: isOpen)).title
    }

    private func page(
        _ visit: Visit,
        at organisation: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, seen) = try await visit.look { snapshot in
            (
                name: try snapshot.ask(OrganisationQuery(organisation: organisation))
                    .organisation.name,
                shelf: try snapshot.ask(ShelfQuery(organisation: organisation))
            )
        }
        let frame = visit.frame(visitor)
        return visit.show(
            DetailPage.shelf(
                frame: frame,
                network: visitor.network.slug,
                organisation: organisation,
                name: seen.name,
                things: seen.shelf.things.map { ShelfLine($0) },
                tokens: { visit.tokens() },
                entered: refusal.map { visit.entered($0, frame.words.language, at: []) }
                    ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
