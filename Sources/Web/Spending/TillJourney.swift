internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

/// The till: one page on which a card is found, credits are accepted for an offer, and what was
/// accepted can be undone for ten minutes.
struct TillJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.till, start),
            .post(Address.till, sent),
            .get(Address.accepted, accepted),
            .post(Address.undo, undo),
            .post(Address.left, left),
        ]
    }

    private func start(_ visit: Visit, at till: Organisation.ID) async throws -> Response {
        let form = TillForm(choosing: visit.remembered(at: till))
        let said = TillSaid(
            accepted: Redemption.ID(visit.query("accepted")),
            undone: Redemption.ID(visit.query("undone"))
        )
        return try await show(visit, at: till, form, said)
    }

    /// The page of an accepted redemption, which the till's page has replaced.
    private func accepted(
        _ visit: Visit,
        at till: Organisation.ID,
        _ redemption: Redemption.ID
    ) async throws -> Response {
        visit.lead(to: Address.tillAfter(try visit.slug, till, accepted: redemption))
    }

    private func sent(_ visit: Visit, at till: Organisation.ID) async throws -> Response {
        try await visit.signedIn(at: till) {
            let form = TillForm(visit.body, in: try visit.slug)
            switch form.act {
            case .enter, .accept, .sure:
                return try await accept(visit, at: till, form)
            case .change: return try await look(visit, at: till, form, TillSaid(opens: true))
            case .find:
                let asksNothing = form.card.isEmpty && !visit.body[TillForm.act].isEmpty
                let missing = asksNothing ? Redemption.Fields.card.refusal(.missing) : nil
                return try await look(visit, at: till, form, TillSaid(refusal: missing))
            }
        }
    }

    /// Accepts credits, if the button that was pressed said exactly this; otherwise shows the page
    /// with what it would be.
    private func accept(
        _ visit: Visit,
        at till: Organisation.ID,
        _ form: TillForm
    ) async throws -> Response {
        guard !form.isTyped, form.isPriced, !form.card.isEmpty, let offer = form.offer else {
            let missing = form.card.isEmpty ? Redemption.Fields.card.refusal(.missing) : nil
            return try await look(visit, at: till, form, TillSaid(refusal: missing))
        }
        do {
            let party = try form.party()
            if party.adults + party.children > TillForm.usual, form.act != .sure {
                return try await look(visit, at: till, form, TillSaid(asks: true))
            }
            let receipt = try await visit.perform(
                Redeem(
                    offer: offer,
                    card: form.card,
                    adults: party.adults,
                    children: party.children,
                    guardian: form.guardian
                )
            )
            return visit.lead(
                to: Address.tillAfter(try visit.slug, till, accepted: receipt.redemption.id)
            )
        } catch let refusal as any Refusal {
            return try await look(visit, at: till, form, TillSaid(refusal: refusal))
        }
    }

    private func undo(
        _ visit: Visit,
        at till: Organisation.ID,
        _ redemption: Redemption.ID
    ) async throws -> Response {
        try await visit.signedIn(at: till) {
            let form = TillForm(choosing: visit.remembered(at: till))
            return try await visit.trying {
                _ = try await visit.perform(UndoRedemption(redemption: redemption))
                return visit.lead(to: Address.tillAfter(try visit.slug, till, undone: redemption))
            } again: { refusal in
                try await show(visit, at: till, form, TillSaid(refusal: refusal))
            }
        }
    }

    /// Shows the member what is left.
    ///
    /// The answer is a page and not a redirect, so that the balance stands in no address and in no
    /// cookie.
    private func left(
        _ visit: Visit,
        at till: Organisation.ID,
        _ redemption: Redemption.ID
    ) async throws -> Response {
        try await visit.signedIn(at: till) {
            let form = TillForm(choosing: visit.remembered(at: till))
            return try await visit.trying {
                let left = try await visit.ask(ShowWhatIsLeft(redemption: redemption))
                let said = TillSaid(accepted: redemption, left: left.minutes)
                return try await show(visit, at: till, form, said)
            } again: { refusal in
                try await show(visit, at: till, form, TillSaid(refusal: refusal))
            }
        }
    }
}

extension TillJourney {
    /// Looks up the card of a form, if it has one, and shows the page.
    ///
    /// - Throws: Refusals that are not about the form: not signed in, not found or not allowed.
    private func look(
        _ visit: Visit,
        at till: Organisation.ID,
        _ form: TillForm,
        _ said: TillSaid
    ) async throws -> Response {
        if let refusal = said.refusal, refusal is AccessRefusal { throw refusal }
        guard !form.card.isEmpty else { return try await show(visit, at: till, form, said) }
        let found = try await holder(visit, at: till, form)
        return try await show(visit, at: till, form, said.finding(found))
    }

    /// Whose card it is, and whether it is enough; a refusal where the one or the other is not
    /// answered.
    private func holder(
        _ visit: Visit,
        at till: Organisation.ID,
        _ form: TillForm
    ) async throws -> (holder: CardHolder?, refusal: (any Refusal)?) {
        do {
            let party = form.offer == nil ? nil : try form.party()
            let asked = LookUpCard(
                organisation: till,
                card: form.card,
                offer: form.offer,
                adults: party?.adults,
                children: party?.children
            )
            return (try await visit.ask(asked), nil)
        } catch let refusal as any Refusal where form.offer != nil && refusal.isAboutChoice {
            // Whose card it is, is said all the same.
            let (holder, other) = try await self.holder(visit, at: till, form.choosing(nil))
            if holder != nil, case SpendingRefusal.tooManyCards = refusal { return (holder, nil) }
            return (holder, holder == nil ? other : refusal)
        } catch let refusal as any Refusal {
            if refusal is AccessRefusal { throw refusal }
            return (nil, refusal)
        }
    }

    /// Shows the page, with the offers where none is chosen, and remembers what is chosen.
    private func show(
        _ visit: Visit,
        at till: Organisation.ID,
        _ form: TillForm,
        _ said: TillSaid
    ) async throws -> Response {
        let (visitor, found) = try await visit.look { snapshot -> (TillState, [Offer]) in
            let state = try snapshot.ask(TillQuery(organisation: till, offer: form.offer))
            guard state.offer == nil || said.opens else { return (state, []) }
            let all = OffersQuery(span: Span(limit: 200), organisation: till)
            return (state, try snapshot.ask(all).items)
        }
        let (state, offers) = found
        // Where there is only one thing to enjoy, there is nothing to choose.
        let chosen = state.offer ?? (offers.count == 1 ? offers[0] : nil)
        let page = TillPage(
            frame: visit.frame(visitor),
            network: visitor.network.slug,
            till: state,
            offer: chosen,
            offers: chosen == nil || said.opens ? offers : [],
            form: form.choosing(chosen?.id),
            said: said,
            now: visit.now,
            clock: { visitor.network.clock($0) },
            tokens: { visit.tokens() }
        )
        var response = visit.show(page, said.refusal == nil ? .ok : .unprocessableContent)
        response.headers[.permissionsPolicy] = SecurityHeaders.permissions(camera: true)
        if let chosen, chosen.id != visit.remembered(at: till) {
            response.setCookie(visit.site.jar.till(till, offer: chosen.id))
        }
        return response
    }
}

extension Refusal {
    /// Whether it is about what was chosen, or about too many questions, and not about the card.
    fileprivate var isAboutChoice: Bool {
        if case SpendingRefusal.tooManyCards = self as any Refusal { return true }
        let fields = Redemption.Fields.self
        return [fields.offer.name, fields.adults.name, fields.children.name].contains(field)
    }
}

extension Visit {
    /// The offer that this device chose last at a till.
    fileprivate func remembered(at till: Organisation.ID) -> Offer.ID? {
        request.cookies[site.jar.till(till)].flatMap { Offer.ID($0.value) }
    }

    /// Answers a form of a till; whoever has to sign in first comes back to the till.
    fileprivate func signedIn(
        at till: Organisation.ID,
        _ body: () async throws -> Response
    ) async throws -> Response {
        do { return try await body() } catch AccessRefusal.notSignedIn {
            return lead(to: Address.signIn(try slug, back: Address.till(try slug, till)))
        }
    }
}

extension CookieJar {
    /// The name of the cookie with the offer that was chosen last at a till.
    fileprivate func till(_ till: Organisation.ID) -> String { name("till-\(till)") }

    /// A cookie for the offer chosen at a till, for a year.
    fileprivate func till(_ till: Organisation.ID, offer: Offer.ID) -> Cookie {
        cookie(self.till(till), offer.description, 31_536_000)
    }
}

extension Address {
    /// The target of the form that shows the member what is left after a redemption.
    static let left = accepted / "left"

    /// The till after a redemption was accepted or undone.
    static func tillAfter(
        _ network: Slug,
        _ organisation: Organisation.ID,
        accepted: Redemption.ID? = nil,
        undone: Redemption.ID? = nil
    ) -> Href {
        till(network, organisation)
            .asking(["accepted": accepted?.description, "undone": undone?.description])
    }
}
