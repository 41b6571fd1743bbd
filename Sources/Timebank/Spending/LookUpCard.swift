internal import Ledger
internal import Store

/// Finds the member of a card or number at a till, and whether their credits are enough.
///
/// It is an operation and not a query because each look-up is counted: membership numbers are
/// consecutive, and a till must not be used to try them all.
package struct LookUpCard: Operation {
    package let organisation: Organisation.ID
    /// The code of a card, its address, or a membership number (``CardText``).
    package let card: String
    /// The chosen offer; ignored if both `adults` and `children` are nil.
    package let offer: Offer.ID?
    package let adults: Int?
    package let children: Int?

    package static let name = "card.look-up"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(organisation) }

    /// Creates the look-up at an organisation's till.
    package init(
        organisation: Organisation.ID,
        card: String,
        offer: Offer.ID? = nil,
        adults: Int? = nil,
        children: Int? = nil
    ) {
        self.organisation = organisation
        self.card = card
        self.offer = offer
        self.adults = adults
        self.children = children
    }

    package func run(at desk: Desk) throws -> CardHolder {
        guard let till = desk.actor.person else { throw AccessRefusal.notFound }
        let (tx, network) = (desk.tx, try desk.here)
        let there = try tx.laterOrganisation(organisation, in: network.id)
        let watch = CardRateLimit(till: till, organisation: organisation, now: desk.now)
        let shown = Swift.Result { try CardText(card, in: network.slug) }
        let isCode = (try? shown.get())?.code != nil
        let slowed = isCode ? nil : try tx.laterBlockedUntil(watch)
        // Sent together with the queries above, but reported after their refusals.
        let offered = try isChosen ? offer.flatMap { try tx.offer($0, in: network.id) } : nil
        let found = Swift.Result { try desk.view.holder(of: shown.get()) }
        guard let venue = try there.value() else { throw AccessRefusal.notFound }
        try venue.requireOpen()
        try venue.requireSpending()
        let chosen = try chosen(offered)
        if let until = try slowed?.value() { throw SpendingRefusal.tooManyCards(until: until) }
        let member = try found.get()
        try member.requirePresent(as: Redemption.Fields.card.name)
        let question = chosen.map { CardQuestion(offer: $0.id, party: $1, member: member.id) }
        if let slowed = try tx.countSeen(question, watch, in: network.id) { throw slowed }
        desk.touch(member.id)
        let purse = try chosen.map { _ in try tx.laterPurse(of: member.wallet.id, in: network.id) }
        let guardians = try tx.presenters(of: member)
        let fit = try chosen.map { offer, party in
            try offer.fit(of: party, within: purse?.value()?.spendable ?? .zero)
        }
        return CardHolder(member, card: card, fit: fit, guardians: guardians)
    }

    /// Whether it asks for how many people it is enough.
    private var isChosen: Bool { adults != nil || children != nil }

    /// The chosen offer and party; nil if none was chosen.
    private func chosen(_ found: Offer?) throws -> (Offer, Party)? {
        guard offer != nil, isChosen else { return nil }
        guard let found, found.organisation == organisation else { throw AccessRefusal.notFound }
        guard found.isOpen else { throw SpendingRefusal.offerClosed }
        let party = Party(adults: adults ?? 0, children: children ?? 0)
        _ = try found.price(adults: party.adults, children: party.children)
        return (found, party)
    }
}

extension LookUpCard: CountedWhenRefused {
    func kind(of refusal: any Refusal) -> CardRateLimit.Kind? { CardRateLimit.Kind(refusal) }

    func organisation(at view: View) throws -> Organisation.ID? { organisation }

    /// Nil, since ``run(at:)`` counts its question itself.
    func question(at view: View) throws -> CardQuestion? { nil }
}

/// A member as a till sees them before it accepts credits: enough to greet them, but no balance.
package struct CardHolder: Outcome, Hashable {
    let member: Member.ID
    /// The card or number, as it was typed.
    package let card: String
    /// The first name and the initial of the last name, such as `Danuta W.`, as a till sees it.
    package let name: String
    /// Whether the credits are enough; nil if no offer was chosen.
    package let fit: Fit?
    /// The guardians who may present the card for them.
    package let guardians: [Presenter]

    package var made: [Int64] { [member.raw] }
    package var once: [String] { [card] }

    package static func recall(_ made: [Int64], at view: View) throws -> CardHolder {
        try recall(made, once: [], at: view)
    }

    package static func recall(
        _ made: [Int64],
        once: [String],
        at view: View
    ) throws -> CardHolder {
        guard let id = made.first,
            let member = try view.tx.member(Member.ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        let guardians = try view.tx.presenters(of: member)
        return CardHolder(member, card: once.first ?? "", fit: nil, guardians: guardians)
    }
}

extension CardHolder {
    fileprivate init(_ member: Member, card: String, fit: Fit?, guardians: [Presenter]) {
        self.init(
            member: member.id,
            card: card,
            name: member.name.asAtTill,
            fit: fit,
            guardians: guardians.map(\.asAtTill)
        )
    }
}

extension String {
    /// A name as a till sees it: the first word, and the initial of the last.
    package var asAtTill: String {
        let words = split(separator: " ")
        guard words.count > 1, let initial = words.last?.first else { return self }
        return "\(words[0]) \(initial)."
    }
}
