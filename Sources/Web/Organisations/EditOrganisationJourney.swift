internal import Hummingbird
internal import Ledger
internal import Timebank

/// The page on which a coordinator renames an organisation, closes it or opens it again.
struct EditOrganisationJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.changeOrganisation, show),
            .post(Address.changeOrganisation, change),
        ]
    }

    private func show(
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
            let isOpen = visit.body.values[Organisation.Fields.open.name.text].map { $0 == ["yes"] }
            let changed = try await visit.perform(
                EditOrganisation(
                    organisation: organisation,
                    title: isOpen == nil ? visit.body.value(Organisation.Fields.name) : nil,
                    isOpen: isOpen
                )
            )
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            let notice: any Text =
                isOpen.map { $0 ? OrganisationsText.noticeOpened : OrganisationsText.noticeClosed }
                ?? OrganisationsText.noticeRenamed
            return visit.lead(
                to: Address.organisation(
                    visitor.network.slug,
                    organisation
                ),
                notice: words(notice, ["name": .word(changed.name)])
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
        let asked = OrganisationQuery(organisation: organisation)
        let (visitor, found) = try await visit.look { snapshot in
            guard snapshot.visitor.isCoordinator else { throw AccessRefusal.notAllowed }
            return try snapshot.ask(asked).organisation
        }
        let frame = visit.frame(visitor)
        return visit.show(
            DetailPage.organisation(
                frame: frame,
                network: visitor.network.slug,
                organisation: found.id,
                name: found.name,
                short: found.slug.description,
                isOpen: found.isOpen,
                tokens: { visit.tokens() },
                entered: refusal.map {
                    visit.entered($0, frame.words.language, at: [Organisation.Fields.name.name])
                } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
