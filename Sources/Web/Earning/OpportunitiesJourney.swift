internal import Hummingbird
internal import Ledger
internal import Timebank

/// What there is to do: the list, the page of each, and the forms for those who look after it.
struct OpportunitiesJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.opportunities, list),
            .get(Address.opportunity, show),
            .get(Address.editOpportunity, form),
            .post(Address.editOpportunity, edit),
            .post(Address.openOpportunity, open),
        ]
    }

    private func list(_ visit: Visit) async throws -> Response {
        let (visitor, found) = try await visit.look {
            try $0.ask(OpportunitiesQuery(span: Span(limit: 200))).items
        }
        let network = visitor.network
        let words = Localizer(visit.language(of: visitor))
        let about = words(EarningText.doAbout, ["network": .word(network.name)])
        let published = visit.published(visitor, about, at: Address.opportunities(network.slug))
        return visit.show(
            ThingsPage.opportunities(
                frame: visit.frame(visitor, published: published),
                network: network.slug,
                opportunities: found,
                at: Organisation.ID(visit.query("at")),
                mayAdd: visitor.mayAdd
            )
        )
    }

    private func show(_ visit: Visit, _ id: Opportunity.ID) async throws -> Response {
        try await page(visit, id, refusal: nil)
    }

    private func open(_ visit: Visit, _ id: Opportunity.ID) async throws -> Response {
        try await visit.trying {
            try await visit.list(id, to: Address.opportunity(try visit.slug, id))
        } again: { refusal in
            try await page(visit, id, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        _ id: Opportunity.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, thing) = try await visit.look { try $0.ask(ListedItemQuery(id)) }
        let network = visitor.network.slug
        let words = Localizer(visit.language(of: visitor))
        let about = words(
            EarningText.opportunityAbout,
            ["title": .word(thing.title), "organisation": .word(thing.organisationName)]
        )
        let isThere = thing.isOpen && thing.isOrganisationOpen
        let published = visit.published(visitor, about, at: Address.opportunity(network, id))
        return visit.show(
            ListedPage.opportunity(
                frame: visit.frame(visitor, published: isThere ? published : nil),
                network: network,
                opportunity: thing,
                rights: visit.rights(visitor, at: thing.organisation),
                entered: refusal.map { visit.entered($0, words.language, at: []) } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func form(_ visit: Visit, _ id: Opportunity.ID) async throws -> Response {
        try await formPage(visit, id, refusal: nil)
    }

    private func edit(_ visit: Visit, _ id: Opportunity.ID) async throws -> Response {
        try await visit.trying {
            let fields = Opportunity.Fields.self
            let changed = try await visit.perform(
                EditOpportunity(
                    opportunity: id,
                    title: visit.body.value(fields.title),
                    details: visit.body.value(fields.details),
                    place: visit.body.value(fields.place),
                    minutes: try visit.body.value(fields.minutes)
                )
            )
            let visitor = try await visit.look { _ in }.visitor
            let words = Localizer(visit.language(of: visitor))
            return visit.lead(
                to: Address.opportunity(visitor.network.slug, changed.id),
                notice: words(SpendingText.offerChanged, ["name": .word(changed.title)])
            )
        } again: { refusal in
            try await formPage(visit, id, refusal: refusal)
        }
    }

    private func formPage(
        _ visit: Visit,
        _ id: Opportunity.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, thing) = try await visit.look { snapshot in
            let thing = try snapshot.ask(ListedItemQuery(id))
            guard snapshot.visitor.mayEdit(thing.organisation) else {
                throw AccessRefusal.notAllowed
            }
            return thing
        }
        let frame = visit.frame(visitor)
        let fields = Opportunity.Fields.self
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: [
                    fields.title.name, fields.place.name, fields.minutes.name, fields.details.name,
                ],
                required: [fields.title.name, fields.minutes.name]
            )
        }
        return visit.show(
            FormPage.editOpportunity(
                frame: frame,
                network: visitor.network.slug,
                opportunity: thing,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}
