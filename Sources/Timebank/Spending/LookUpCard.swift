internal import Ledger
internal import Store

/// Finds the member of a card or number at a till, and whether their credits are enough.
///
/// It is an operation and not a query because each look-up is counted: membership numbers are
/// consecutive, and a till must not be used to try them all.
package struct LookUpCard: Operation {
    package let organisation: Organisation.ID
    /// The code of a card or a membership number.
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
        guard let till = desk.actor.person,
            let venue = try desk.tx.organisation(organisation, in: desk.here.id)
        else { throw AccessRefusal.notFound }
        try venue.requireOpen()
        try venue.requireSpending()
        let chosen = try chosen(at: desk)
        let watch = CardRateLimit(till: till, organisation: organisation, now: desk.now)
        if CardCode(card) == nil { try desk.tx.requireBelowLimit(watch) }
        let member = try desk.view.holder(of: card)
        try member.requirePresent(as: Redemption.Fields.card.name)
        if let slowed = try desk.tx.count(.seen, watch, in: desk.here.id) { throw slowed }
        if let chosen,
            let slowed = try desk.tx.countQuestion(chosen.0.id, chosen.1, of: member.id, watch)
        {
            throw slowed
        }
        desk.touch(member.id)
        let purse = try desk.tx.purse(of: member.wallet.id, in: desk.here.id)
        let fit = try chosen.map { offer, party in
            try offer.fit(of: party, within: purse?.spendable ?? .zero)
        }
        return try CardHolder(member, card: card, fit: fit, at: desk.view)
    }

    /// The chosen offer and party, validated before any member is looked up.
    private func chosen(at desk: Desk) throws -> (Offer, Party)? {
        guard let offer, adults != nil || children != nil else { return nil }
        guard let found = try desk.tx.offer(offer, in: desk.here.id),
            found.organisation == organisation
        else { throw AccessRefusal.notFound }
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
    func question(at view: View) throws -> (Offer.ID, Party, Member.ID)? { nil }
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

    fileprivate init(_ member: Member, card: String, fit: Fit?, at view: View) throws {
        self.member = member.id
        self.card = card
        name = member.name.asAtTill
        self.fit = fit
        guardians = try view.tx.presenters(of: member).map(\.asAtTill)
    }

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
        return try CardHolder(member, card: once.first ?? "", fit: nil, at: view)
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
