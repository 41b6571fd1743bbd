package import Ledger
package import Timebank

extension ListPage {
    /// What there is to enjoy.
    ///
    /// - `mayAdd`: Whether the person may add an offer.
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
                    second: "\(offer.organisation.fenced) · \(offer.price(words))",
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

    /// - `adult`: Minutes for an adult.
    /// - `child`: Minutes for a child; the same as for an adult, or less.
    /// - `about`: What helps to know beforehand; empty for nothing.
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

    /// The price in words: one amount for each, or one for an adult and one for a child.
    func price(_ words: Voice) -> String {
        if adult == child { return words(SpendingText.priceEach, ["minutes": .minutes(adult)]) }
        if child == .zero { return words(SpendingText.priceChildFree, ["adult": .minutes(adult)]) }
        return words(SpendingText.priceBoth, ["adult": .minutes(adult), "child": .minutes(child)])
    }
}
