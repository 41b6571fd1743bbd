internal import Ledger
internal import Store

/// Accepts a member's credits at a till, for an offer and a party.
package struct Redeem: Operation {
    package let offer: Offer.ID
    /// The code of a card, its address, or a membership number (``CardText``).
    package let card: String
    package let adults: Int
    package let children: Int
    /// The card, number or id of the guardian who presents the card; nil if the member does.
    package let guardian: String?

    package static let name = "redemption.accept"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(offer) }

    /// Creates the redemption of an offer.
    package init(
        offer: Offer.ID,
        card: String,
        adults: Int,
        children: Int,
        guardian: String? = nil
    ) {
        self.offer = offer
        self.card = card
        self.adults = adults
        self.children = children
        self.guardian = guardian
    }

    package func run(at desk: Desk) throws -> Receipt {
        guard let till = desk.actor.person, let offer = try desk.tx.offer(offer, in: desk.here.id)
        else { throw AccessRefusal.notFound }
        guard offer.isOpen else { throw SpendingRefusal.offerClosed }
        let price = try offer.price(adults: adults, children: children)
        let there = try desk.tx.laterOrganisation(offer.organisation, in: desk.here.id)
        let watch = CardRateLimit(till: till, organisation: offer.organisation, now: desk.now)
        let network = try desk.here.slug
        let shown = Swift.Result { try CardText(card, in: network) }
        let isCode = (try? shown.get())?.code != nil
        let slowed = isCode ? nil : try desk.tx.laterBlockedUntil(watch)
        // Sent together with the queries above, but an unknown card is reported after other
        // refusals.
        let found = Swift.Result { try desk.view.holder(of: shown.get()) }
        guard let venue = try there.value() else { throw AccessRefusal.notFound }
        try venue.requireOpen()
        try venue.requireSpending()
        if let until = try slowed?.value() { throw SpendingRefusal.tooManyCards(until: until) }
        let member = try found.get()
        try member.requirePresent(as: Redemption.Fields.card.name)
        let guardian = try guardian.map { try desk.view.presenter($0, of: member).person }
        let transfer = try pay(price, for: offer, from: member, to: venue, at: desk)
        let redemption = Redemption(
            id: desk.newID(),
            offer: offer.id,
            organisation: venue.id,
            member: member.id,
            adults: adults,
            children: children,
            minutes: price,
            till: till,
            guardian: guardian,
            transfer: transfer.id,
            undoneBy: nil,
            at: desk.now
        )
        try desk.tx.insert(redemption, in: desk.here.id)
        if let guardian {
            desk.behalf = member.id
            desk.touch(guardian)
        }
        return Receipt(redemption: redemption, transfer: transfer)
    }

    private func pay(
        _ price: Minutes,
        for offer: Offer,
        from member: Member,
        to venue: Organisation,
        at desk: Desk
    ) throws -> Transfer {
        do {
            return try desk.post(
                .redeem,
                from: member.wallet,
                to: venue.takings,
                price,
                memo: offer.title
            )
        } catch AccountsRefusal.notEnoughCredits(let left, _) {
            let party = Party(adults: adults, children: children)
            guard case .tooLittle(let part) = try offer.fit(of: party, within: left) else {
                throw StoreError.conflict
            }
            throw SpendingRefusal.doesNotFit(part)
        }
    }
}

extension Redeem: CountedWhenRefused {
    func kind(of refusal: any Refusal) -> CardRateLimit.Kind? { CardRateLimit.Kind(refusal) }

    func organisation(at view: View) throws -> Organisation.ID? {
        try view.tx.offer(offer, in: view.here.id)?.organisation
    }

    func question(at view: View) throws -> CardQuestion? {
        CardQuestion(
            offer: offer,
            party: Party(adults: adults, children: children),
            member: try view.holder(of: card).id
        )
    }
}

extension Transaction {
    fileprivate func insert(_ redemption: Redemption, in network: Network.ID) throws {
        try run(
            """
            INSERT INTO redemption (
                id, network, offer, organisation, member, adults, children, minutes, till,
                guardian, transfer, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            redemption.id,
            network,
            redemption.offer,
            redemption.organisation,
            redemption.member,
            redemption.adults,
            redemption.children,
            redemption.minutes,
            redemption.till,
            redemption.guardian,
            redemption.transfer,
            redemption.at
        )
    }
}
