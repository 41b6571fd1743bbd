internal import Hummingbird
internal import Ledger
internal import Timebank

/// The list of organisations, and the forms that add an organisation, opportunity or offer.
struct ListingsJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.organisations, organisations),
            .get(Address.addOrganisation, organisationForm),
            .post(Address.addOrganisation, addOrganisation),
            .get(Address.addOpportunity, opportunityForm),
            .post(Address.addOpportunity, addOpportunity),
            .get(Address.addOffer, offerForm),
            .post(Address.addOffer, addOffer),
        ]
    }

    // Organisations.

    private func organisations(_ visit: Visit) async throws -> Response {
        let (visitor, found) = try await visit.look {
            try $0.ask(OrganisationsQuery(span: Span(limit: 200))).items.map(\.organisation)
        }
        return visit.show(
            ListPage.organisations(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                organisations: found.map {
                    OrganisationLine(
                        organisation: visitor.opens($0.id) ? $0.id : nil,
                        name: $0.name,
                        earns: $0.earns,
                        spends: $0.spends.rawValue,
                        isOpen: $0.isOpen
                    )
                },
                mayAdd: visitor.isCoordinator
            )
        )
    }

    private func organisationForm(_ visit: Visit) async throws -> Response {
        try await organisationPage(visit, refusal: nil)
    }

    private func addOrganisation(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let body = visit.body
            let spends = try body.word(Organisation.Fields.spends)
            let earns = try body.value(Organisation.Fields.earns)
            let made = try await visit.perform(
                AddOrganisation(
                    title: body.value(Organisation.Fields.name),
                    slug: body.value(Organisation.Fields.slug),
                    earns: earns,
                    spends: spends
                )
            )
            return try await lead(
                visit,
                to: Address.organisations(try visit.slug),
                added: made.name
            )
        } again: { refusal in
            try await organisationPage(visit, refusal: refusal)
        }
    }

    private func organisationPage(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response
    {
        let visitor = try await visit.look { _ in }.visitor
        guard visitor.isCoordinator else { throw AccessRefusal.notAllowed }
        let frame = visit.frame(visitor)
        let fields: [FieldName] = [
            Organisation.Fields.name.name, Organisation.Fields.slug.name,
            Organisation.Fields.earns.name, Organisation.Fields.spends.name,
        ]
        return visit.show(
            FormPage.addOrganisation(
                frame: frame,
                network: visitor.network.slug,
                tokens: visit.tokens(),
                entered: refusal.map {
                    visit.entered($0, frame.words.language, at: fields, required: fields)
                } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    // Opportunities.

    private func opportunityForm(_ visit: Visit) async throws -> Response {
        try await opportunityPage(visit, refusal: nil)
    }

    private func addOpportunity(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let made = try await visit.perform(
                AddOpportunity(
                    organisation: try visit.body.value(Opportunity.Fields.organisation),
                    title: visit.body.value(Opportunity.Fields.title),
                    details: visit.body.value(Opportunity.Fields.details),
                    place: visit.body.value(Opportunity.Fields.place),
                    minutes: try visit.body.value(Opportunity.Fields.minutes)
                )
            )
            return try await lead(
                visit,
                to: Address.opportunities(try visit.slug),
                added: made.title
            )
        } again: { refusal in
            try await opportunityPage(visit, refusal: refusal)
        }
    }

    private func opportunityPage(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        try await addPage(
            visit,
            refusal: refusal,
            where: { $0.earns },
            at: [
                Opportunity.Fields.organisation.name, Opportunity.Fields.title.name,
                Opportunity.Fields.place.name, Opportunity.Fields.minutes.name,
                Opportunity.Fields.details.name,
            ],
            required: [
                Opportunity.Fields.organisation.name, Opportunity.Fields.title.name,
                Opportunity.Fields.minutes.name,
            ],
            FormPage.addOpportunity
        )
    }

    // Offers.

    private func offerForm(_ visit: Visit) async throws -> Response {
        try await offerPage(visit, refusal: nil)
    }

    private func addOffer(_ visit: Visit) async throws -> Response {
        try await visit.trying {
            let adult = try visit.body.value(Offer.Fields.adult)
            let made = try await visit.perform(
                AddOffer(
                    organisation: try visit.body.value(Offer.Fields.organisation),
                    title: visit.body.value(Offer.Fields.title),
                    details: visit.body.value(Offer.Fields.details),
                    adult: adult,
                    child: try visit.body.ifAny(Offer.Fields.child) ?? adult
                )
            )
            return try await lead(visit, to: Address.offers(try visit.slug), added: made.title)
        } again: { refusal in
            try await offerPage(visit, refusal: refusal)
        }
    }

    private func offerPage(_ visit: Visit, refusal: (any Refusal)?) async throws -> Response {
        try await addPage(
            visit,
            refusal: refusal,
            where: { $0.spends != .no },
            at: [
                Offer.Fields.organisation.name, Offer.Fields.title.name,
                Offer.Fields.adult.name, Offer.Fields.child.name, Offer.Fields.details.name,
            ],
            required: [
                Offer.Fields.organisation.name, Offer.Fields.title.name,
                Offer.Fields.adult.name,
            ],
            FormPage.addOffer
        )
    }

    // Shared by opportunities and offers.

    /// The page with the form that adds something at one of the organisations that `isFit` accepts.
    private func addPage(
        _ visit: Visit,
        refusal: (any Refusal)?,
        where isFit: @escaping @Sendable (Organisation) -> Bool,
        at fields: [FieldName],
        required: [FieldName],
        _ form: (Frame, Slug, [Alternative], FormTokens, Entered) -> FormPage
    ) async throws -> Response {
        let (visitor, organisations) = try await choices(visit, where: isFit)
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: fields, required: required)
        }
        return visit.show(
            form(frame, visitor.network.slug, organisations, visit.tokens(), entered ?? .nothing),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    /// The open organisations at which the viewer may add something: all, or those that they lead.
    private func choices(
        _ visit: Visit,
        where isFit: @escaping @Sendable (Organisation) -> Bool
    ) async throws -> (visitor: Visitor, organisations: [Alternative]) {
        let (visitor, organisations) = try await visit.look { snapshot in
            guard snapshot.visitor.mayAdd else { throw AccessRefusal.notAllowed }
            return try snapshot.ask(OrganisationsQuery(span: Span(limit: 200))).items
                .map(\.organisation).filter { $0.isOpen && isFit($0) }
        }
        let own = organisations.filter { organisation in
            visitor.isCoordinator
                || visitor.posts.contains { $0.organisation == organisation.id && $0.role == .lead }
        }
        return (visitor, own.map { Alternative($0.id.description, $0.name) })
    }

    private func lead(
        _ visit: Visit,
        to address: Href,
        added name: String
    ) async throws -> Response {
        let visitor = try await visit.look { _ in }.visitor
        let words = Localizer(visit.language(of: visitor))
        return visit.lead(
            to: address,
            notice: words(PeopleText.noticeAdded, ["name": .word(name)])
        )
    }
}

extension Visitor {
    /// Whether the viewer may add opportunities and offers: a coordinator, or the lead of an
    /// organisation.
    var mayAdd: Bool { isCoordinator || posts.contains { $0.role == .lead } }
}
