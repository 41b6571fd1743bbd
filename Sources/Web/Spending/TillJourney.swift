internal import Hummingbird
internal import Ledger
internal import Timebank

/// The till: looking up a card, accepting credits for an offer, and undoing that within ten
/// minutes.
struct TillJourney: Journey {
    var routes: [PageRoute] {
        [
            .get(Address.till, form),
            .post(Address.tillCard, card),
            .post(Address.till, accept),
            .get(Address.accepted, accepted),
            .post(Address.undo, undo),
        ]
    }

    private func form(_ visit: Visit, at till: Organisation.ID) async throws -> Response {
        try await cardPage(visit, at: till, refusal: nil)
    }

    private func card(_ visit: Visit, at till: Organisation.ID) async throws -> Response {
        try await visit.trying {
            try await offersPage(visit, at: till, refusal: nil)
        } again: { refusal in
            try await cardPage(visit, at: till, refusal: refusal)
        }
    }

    private func accept(_ visit: Visit, at till: Organisation.ID) async throws -> Response {
        try await visit.trying {
            let receipt = try await visit.perform(
                Redeem(
                    offer: try visit.body.value(Redemption.Fields.offer),
                    card: visit.body.value(Redemption.Fields.card),
                    adults: try visit.body.count(Redemption.Fields.adults),
                    children: try visit.body.count(Redemption.Fields.children),
                    guardian: visit.body.ifAny(Redemption.Fields.guardian)
                )
            )
            return visit.lead(
                to: Address.accepted(try visit.slug, till, receipt.redemption.id)
            )
        } again: { refusal in
            try await visit.trying {
                try await offersPage(visit, at: till, refusal: refusal)
            } again: { refusal in
                try await cardPage(visit, at: till, refusal: refusal)
            }
        }
    }

    private func cardPage(
        _ visit: Visit,
        at till: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let asked = OrganisationQuery(organisation: till)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        guard state.organisation.spends != .no else { throw SpendingRefusal.notSpending }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered($0, frame.words.language, at: [Redemption.Fields.card.name])
        }
        return visit.show(
            FormPage.till(
                frame: frame,
                network: visitor.network.slug,
                organisation: state.organisation.id,
                name: state.organisation.name,
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func offersPage(
        _ visit: Visit,
        at till: Organisation.ID,
        refusal: (any Refusal)?
    ) async throws -> Response {
        let card = visit.body.value(Redemption.Fields.card)
        let holder = try await visit.ask(LookUpCard(organisation: till, card: card))
        let (visitor, seen) = try await visit.look { snapshot in
            (
                venue: try snapshot.ask(OrganisationQuery(organisation: till)).organisation,
                offers: try snapshot.ask(
                    OffersQuery(span: Span(limit: 200), organisation: till)
                ).items
            )
        }
        let frame = visit.frame(visitor)
        let entered = refusal.map {
            visit.entered(
                $0,
                frame.words.language,
                at: [
                    Redemption.Fields.guardian.name, Redemption.Fields.offer.name,
                    Redemption.Fields.adults.name, Redemption.Fields.children.name,
                ]
            )
        }
        return visit.show(
            TillPage(
                frame: frame,
                network: visitor.network.slug,
                organisation: till,
                venue: seen.venue.name,
                holder: holder.name,
                guardians: holder.guardians.map { Alternative($0.person.description, $0.name) },
                card: card,
                offers: seen.offers.map {
                    TillOfferLine(
                        offer: $0.id,
                        name: $0.title,
                        adult: $0.adult,
                        child: $0.child ?? $0.adult
                    )
                },
                tokens: visit.tokens(),
                entered: entered ?? .nothing
            ),
            refusal == nil ? .ok : .unprocessableContent
        )
    }

    private func accepted(
        _ visit: Visit,
        at _: Organisation.ID,
        _ redemption: Redemption.ID
    ) async throws -> Response {
        let asked = RedemptionQuery(redemption: redemption)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        let frame = visit.frame(visitor)
        let network = visitor.network.slug
        let taken = state.redemption
        let organisation = taken.organisation
        guard taken.undoneBy == nil else {
            return visit.show(
                DonePage.undone(
                    frame: frame,
                    network: network,
                    organisation: organisation,
                    minutes: taken.minutes
                )
            )
        }
        let end = taken.at + Redemption.undoable
        let undo: (until: String, tokens: FormTokens)? =
            state.isMine && visit.now < end
            ? (until: visitor.network.clock(end), tokens: visit.tokens()) : nil
        return visit.show(
            DonePage.accepted(
                frame: frame,
                network: network,
                organisation: organisation,
                redemption: taken.id,
                for: state.guardian.map { (name: state.holder, by: $0) },
                offer: state.title,
                adults: Int64(taken.adults),
                children: Int64(taken.children),
                minutes: taken.minutes,
                undo: undo
            )
        )
    }

    private func undo(
        _ visit: Visit,
        at till: Organisation.ID,
        _ redemption: Redemption.ID
    ) async throws -> Response {
        _ = try await visit.perform(UndoRedemption(redemption: redemption))
        return visit.lead(to: Address.accepted(try visit.slug, till, redemption))
    }
}

extension Network {
    /// Formats an instant as the network's local time of day, such as `19:05`.
    ///
    /// It is `00:00` if the network's time zone is unknown.
    func clock(_ instant: Instant) -> String {
        let rules = TimeZoneRules(identifier: zone)
        let seconds = rules.map { $0.local(instant).microseconds / 1_000_000 } ?? 0
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
