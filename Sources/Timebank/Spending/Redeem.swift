package import Ledger
internal import Store

/// Accepts a member's credits at a till, for so many adults and children.
package struct Redeem: Operation {
    package let offer: Offer.ID
    /// What the member shows or says: a card code or a membership number.
    package let card: String
    package let adults: Int
    package let children: Int
    /// The guardian who stands at the till for the member: their card, number or id.
    package let guardian: String?

    package static let name = "redemption.accept"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .offer(offer) }

    /// Credits for an offer.
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
        else { throw Refusal.notFound }
        let there = try desk.tx.laterOrganisation(offer.organisation, in: desk.here.id)
        let member = try desk.view.holder(of: card)
        guard let place = try there.value() else { throw Refusal.notFound }
        try place.requireOpen()
        guard offer.isOpen else { throw Refusal.offerClosed }
        let price = try offer.price(adults: adults, children: children)
        try member.requirePresent()
        let guardian = try guardian.map { try desk.view.presenter($0, of: member).person }
        let transfer = try desk.post(
            .redeem,
            from: member.wallet,
            to: place.takings,
            price,
            memo: offer.title
        )
        let redemption = Redemption(
            id: desk.newID(),
            offer: offer.id,
            organisation: place.id,
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
}

extension View {
    /// The member whose card or number this is.
    ///
    /// - Throws: ``Refusal/mistypedNumber(field:)`` or ``Refusal/unknownCard``.
    func holder(of card: String) throws -> Member {
        if let code = CardCode(card), let member = try tx.member(carrying: code, in: here.id) {
            return member
        }
        guard let number = MemberNumber(card) else { throw Refusal.unknownCard }
        if let member = try tx.member(numbered: number, in: here.id) { return member }
        throw number.isMistyped ? Refusal.mistypedNumber(field: "card") : Refusal.unknownCard
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

/// Whose card it is and what they have, as a till sees it before it accepts.
package struct CardHolder: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
    package let minutes: Minutes
    /// Who else may stand at the till for them.
    package let guardians: [Presenter]
}

/// Asks whose card or number this is.
package struct CardQuery: Query {
    package let organisation: Organisation.ID
    package let card: String

    package static let name = "card.holder"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .organisation(organisation) }

    /// A question about a card shown at an organisation's till.
    package init(organisation: Organisation.ID, card: String) {
        self.organisation = organisation
        self.card = card
    }

    package func answer(at view: View) throws -> CardHolder {
        let member = try view.holder(of: card)
        try member.requirePresent()
        let purse = try view.tx.purse(of: member.wallet.id, in: view.here.id)
        return CardHolder(
            member: member.id,
            name: member.name,
            number: member.number,
            minutes: purse?.spendable ?? .zero,
            guardians: try view.tx.presenters(of: member)
        )
    }
}
