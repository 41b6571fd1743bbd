package import Ledger

/// An offer that a member's credits are enough for, and for whom.
package struct Outing: Hashable, Sendable {
    package let offer: Offer
    package let party: Party

    /// An offer and the people who come.
    package init(offer: Offer, party: Party) {
        self.offer = offer
        self.party = party
    }
}

/// Chooses which offers to name when a page says what a member's credits are enough for.
///
/// The rule, in this order:
/// 1. what the member enjoyed most often lately, with the same people;
/// 2. the same for one adult, where it is not enough for all of them;
/// 3. what the whole network enjoyed most often lately, for one adult;
/// 4. the other offers, newest first, for one adult.
///
/// Only open offers of open organisations count, each once, and only where the credits are enough.
/// At most ``most`` are named. If none of them is a community organisation's, but one could be, the
/// last place is given to the first of those.
package struct EnoughFor: Sendable {
    /// How many offers are named.
    package static let most = 2

    /// What the member enjoyed, most often first; not undone.
    package let own: [(offer: Offer.ID, party: Party)]
    /// What the network enjoyed, most often first.
    package let popular: [Offer.ID]
    /// The open offers of open organisations, newest first.
    package let offers: [Offer]

    /// The member's and the network's habits, and the offers to choose from.
    package init(
        own: [(offer: Offer.ID, party: Party)],
        popular: [Offer.ID],
        offers: [Offer]
    ) {
        self.own = own
        self.popular = popular
        self.offers = offers
    }

    /// The offers to name for so many minutes.
    package func outings(within minutes: Minutes) -> [Outing] {
        let alone = Party(adults: 1, children: 0)
        let wanted =
            own.map { ($0.offer, $0.party) } + own.map { ($0.offer, alone) }
            + popular.map { ($0, alone) } + offers.map { ($0.id, alone) }
        let open = Dictionary(offers.map { ($0.id, $0) }) { first, _ in first }
        var seen: Set<Offer.ID> = []
        let possible = wanted.compactMap { id, party -> Outing? in
            guard !seen.contains(id), let offer = open[id],
                let price = try? offer.price(adults: party.adults, children: party.children),
                price <= minutes
            else { return nil }
            seen.insert(id)
            return Outing(offer: offer, party: party)
        }
        let named = possible.prefix(Self.most)
        guard !named.contains(where: \.isCommunity),
            let community = possible.first(where: \.isCommunity)
        else { return Array(named) }
        return named.dropLast() + [community]
    }
}

extension Outing {
    fileprivate var isCommunity: Bool { offer.spends == .community }
}
