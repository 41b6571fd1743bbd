package import Ledger
internal import Store

/// Changes the words of an offer, or replaces it by one with another price.
///
/// Redemptions keep the price that they were made at, and a till accepts no price that it has not
/// shown. So a new price closes the offer and adds another one in its place, which is the result.
/// With the same price the offer itself is changed.
package struct EditOffer: Operation {
    package let offer: Offer.ID
    package let title: String
    package let details: String
    package let adult: Minutes
    package let child: Minutes?

    package static let name = "offer.edit"
    package static let access: Access = .listing
    package var subject: Subject { .owned(offer) }

    /// The new words and prices, in minutes, for one adult and for one child.
    ///
    /// Without a price for a child, children cannot come.
    package init(
        offer: Offer.ID,
        title: String,
        details: String,
        adult: Minutes,
        child: Minutes?
    ) {
        self.offer = offer
        self.title = title
        self.details = details
        self.adult = adult
        self.child = child
    }

    package func run(at desk: Desk) throws -> Offer {
        guard let old = try desk.tx.offer(offer, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        let terms = try AddOffer.Terms(title: title, details: details, adult: adult, child: child)
        desk.touch(offer)
        guard old.adult == terms.adult, old.child == terms.child else {
            return try replace(old, by: terms, at: desk)
        }
        try desk.tx.run(
            "UPDATE offer SET title = $1, details = $2 WHERE id = $3 AND network = $4",
            terms.title,
            terms.details,
            offer,
            desk.here.id
        )
        return try Offer.recall([offer.raw], at: desk.view)
    }

    /// Closes the offer and adds one with the new price.
    ///
    /// Of two changes at once the second finds the offer closed and is refused.
    private func replace(_ old: Offer, by terms: AddOffer.Terms, at desk: Desk) throws -> Offer {
        try desk.changes(.offer, old.id)
        let rows = try desk.tx.change(
            "UPDATE offer SET is_open = 0 WHERE id = $1 AND network = $2 AND is_open = 1",
            old.id,
            desk.here.id
        )
        guard rows == 1 else { throw SpendingRefusal.priceOfClosed }
        return try AddOffer.record(terms, at: old.organisation, by: desk)
    }
}
