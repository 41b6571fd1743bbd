internal import Hummingbird
internal import Ledger
internal import Timebank

/// What there is to enjoy: the list, the page of each, and the forms for those who look after it.
struct OffersJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.offers, list),
            .get(Address.offer, show),
            .get(Address.editOffer, form),
            .post(Address.editOffer, edit),
            .post(Address.openOffer, open),
        ]
    }

    private func list(_ visit: Visit) async throws -> Response {
        let (visitor, found) = try await visit.look { snapshot in
            (
                offers: try snapshot.ask(OffersQuery(span: Span(limit: 200))).items,
                minutes: try snapshot.spendable()
            )
        }
        let network = visitor.network
        let words = Localizer(visit.language(of: visitor))
        let about = words(SpendingText.enjoyAbout, ["network": .word(network.name)])
        let published = visit.published(visitor, about, at: Address.offers(network.slug))
        return visit.show(
            ThingsPage.offers(
                frame: visit.frame(visitor, published: published),
                network: network.slug,
                offers: found.offers,
                filter: OfferFilter(visit),
                having: found.minutes,
                mayAdd: visitor.mayAdd
            )
        )
    }

    private func show(_ visit: Visit, _ id: Offer.ID) async throws -> Response {
        try await page(visit, id, refusal: nil)
    }

    private func open(_ visit: Visit, _ id: Offer.ID) async throws -> Response {
        try await visit.trying {
            try await visit.list(id, to: Address.offer(try visit.slug, id))
        } again: { refusal in
            try await page(visit, id, refusal: refusal)
        }
    }

    private func page(
        _ visit: Visit,
        _ id: Offer.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, found) = try await visit.look { snapshot in
            (
                offer: try snapshot.ask(ListedItemQuery(id)),
                minutes: try snapshot.spendable()
            )
        }
        let (network, offer) = (visitor.network.slug, found.offer)
        let words = Localizer(visit.language(of: visitor))
        let about = words(
            SpendingText.offerAbout,
            [
                "title": .word(offer.title), "organisation": .word(offer.organisationName),
                "price": .word(offer.price(words)),
            ]
        )
        let isThere = offer.isOpen && offer.isOrganisationOpen
        let published = visit.published(visitor, about, at: Address.offer(network, id))
        return visit.show(
            ListedPage.offer(
                frame: visit.frame(visitor, published: isThere ? published : nil),
                network: network,
                offer: offer,
                having: found.minutes,
                rights: visit.rights(visitor, at: offer.organisation),
                entered: refusal.map { visit.entered($0, words.language, at: []) } ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func form(_ visit: Visit, _ id: Offer.ID) async throws -> Response {
        try await formPage(visit, id, refusal: nil)
    }

    private func edit(_ visit: Visit, _ id: Offer.ID) async throws -> Response {
        try await visit.trying {
            let (visitor, old) = try await visit.look { try $0.ask(ListedItemQuery(id)) }
            let fields = Offer.Fields.self
            let adult = try visit.body.value(fields.adult)
            // A child costs the same where its price is left empty, unless children do not come.
            let child = try visit.body.ifAny(fields.child) ?? (old.child == nil ? nil : adult)
            let changed = try await visit.perform(
                EditOffer(
                    offer: id,
                    title: visit.body.value(fields.title),
                    details: visit.body.value(fields.details),
                    adult: adult,
                    child: child
                )
            )
            let words = Localizer(visit.language(of: visitor))
            let notice: SpendingText = changed.id == id ? .offerChanged : .offerReplaced
            return visit.lead(
                to: Address.offer(visitor.network.slug, changed.id),
                notice: words(notice, ["name": .word(changed.title)])
            )
        } again: { refusal in
            try await formPage(visit, id, refusal: refusal)
        }
    }

    private func formPage(
        _ visit: Visit,
        _ id: Offer.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let (visitor, offer) = try await visit.look { snapshot in
            let offer = try snapshot.ask(ListedItemQuery(id))
            guard snapshot.visitor.mayEdit(offer.organisation) else {
                throw AccessRefusal.notAllowed
            }
            return offer
        }
        let frame = visit.frame(visitor)
        let fields = Offer.Fields.self
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: [
                    fields.title.name, fields.adult.name, fields.child.name, fields.details.name,
                ],
                required: [fields.title.name, fields.adult.name]
            )
        }
        return visit.show(
            FormPage.editOffer(
                frame: frame,
                network: visitor.network.slug,
                offer: offer,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }
}

extension PageSnapshot {
    /// The minutes that the viewer may spend; `nil` for somebody who is no member.
    fileprivate func spendable() throws -> Minutes? {
        guard visitor.member != nil else { return nil }
        let wallet = try ask(AccountQuery(account: .own))
        return wallet.minutes - wallet.held
    }
}
