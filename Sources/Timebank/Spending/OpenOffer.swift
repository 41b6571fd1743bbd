internal import Ledger
internal import Store

/// Takes something to enjoy off the list, so that no till accepts credits for it, or puts it back.
///
/// A price is never changed: the old offer is taken off and another put up.
package struct OpenOffer: Operation {
    package let offer: Offer.ID
    package let isOpen: Bool

    package static let name = "offer.open"
    package static let access: Access = AddOffer.access
    package var subject: Subject { .owned(offer) }

    /// Something to enjoy, open or not.
    package init(offer: Offer.ID, isOpen: Bool) {
        self.offer = offer
        self.isOpen = isOpen
    }

    package func run(at desk: Desk) throws -> Offer {
        try desk.changes(.offer, offer)
        try desk.tx.run(
            "UPDATE offer SET is_open = $1 WHERE id = $2 AND network = $3",
            isOpen,
            offer,
            desk.here.id
        )
        desk.touch(offer)
        return try Offer.recall([offer.raw], at: desk.view)
    }
}
