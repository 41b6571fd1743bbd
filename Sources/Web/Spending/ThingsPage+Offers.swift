package import Ledger
package import Timebank

extension ListPage {
    /// The list of offers.
    ///
    /// - `mayAdd`: Whether the viewer may add an offer.
    package static func offers(
        frame: Frame,
        network: Slug,
        offers: [OfferLine],
        mayAdd: Bool
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(SpendingText.offersTitle),
            lead: words(SpendingText.offersLead),
            add: mayAdd
                ? Link(words(SpendingText.addOfferTitle), to: Address.addOffer(network)) : nil,
            items: offers.map { offer in
                Row(
                    offer.name,
                    second: "\(offer.organisation.bidiIsolated) · \(offer.price(words))",
                    note: offer.about.isEmpty ? nil : offer.about,
                    badge: offer.isOpen ? nil : words(SpendingText.offerClosed)
                )
            },
            empty: words(SpendingText.offersEmpty)
        )
    }
}

/// An offer as a list shows it.
package struct OfferLine: Hashable, Sendable {
    package let name: String
    package let organisation: String
    package let adult: Minutes
    package let child: Minutes
    package let about: String
    package let isOpen: Bool

    /// - `adult`: The price for an adult, in minutes.
    /// - `child`: The price for a child, in minutes; the adult's price for an offer without one.
    /// - `about`: Further details; empty if there are none.
    package init(
        _ name: String,
        at organisation: String,
        adult: Minutes,
        child: Minutes,
        about: String = "",
        isOpen: Bool = true
    ) {
        self.name = name
        self.organisation = organisation
        self.adult = adult
        self.child = child
        self.about = about
        self.isOpen = isOpen
    }

    /// The price as display text: one for everybody, or separately for an adult and a child.
    func price(_ words: Localizer) -> String {
        if adult == child { return words(SpendingText.priceEach, ["minutes": .minutes(adult)]) }
        if child == .zero { return words(SpendingText.priceChildFree, ["adult": .minutes(adult)]) }
        return words(SpendingText.priceBoth, ["adult": .minutes(adult), "child": .minutes(child)])
    }
}
