internal import Ledger
internal import Store

/// What an organisation has on its lists and off them.
package struct Shelf: Sendable {
    /// Kind after kind in the order of ``kinds``, newest first.
    package let things: [any Listed]

    /// Every kind of thing that an organisation can have on a list.
    package static let kinds: [any Listed.Type] = [Opportunity.self, Offer.self]

    /// What there is to do.
    package var opportunities: [Opportunity] { all() }
    /// What there is to enjoy.
    package var offers: [Offer] { all() }

    private func all<Thing: Listed>() -> [Thing] { things.compactMap { $0 as? Thing } }
}

/// Asks what an organisation has on the list and off it, newest first, for who looks after it.
package struct ShelfQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "organisation.shelf"
    package static let access: Access = .listing
    package var subject: Subject { .owned(organisation) }

    /// How many of each kind are listed at most.
    package static let most = 200

    /// A question about one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> Shelf {
        Shelf(things: try Shelf.kinds.flatMap { try things(of: $0, view.tx) })
    }

    private func things<Thing: Listed>(
        of _: Thing.Type,
        _ tx: Transaction
    ) throws -> [any Listed] {
        try tx.all(Thing.listing.shelf, organisation, Self.most, as: Thing.init)
    }
}
