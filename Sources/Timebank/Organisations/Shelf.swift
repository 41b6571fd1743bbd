internal import Ledger
internal import Store

/// All items of an organisation, open and closed.
package struct Shelf: Sendable {
    /// Ordered by kind as in ``kinds``, then newest first.
    package let things: [any Listed]

    /// All kinds of items that an organisation can list.
    package static let kinds: [any Listed.Type] = [Opportunity.self, Offer.self]

    /// The opportunities among the items.
    package var opportunities: [Opportunity] { all() }
    /// The offers among the items.
    package var offers: [Offer] { all() }

    private func all<Thing: Listed>() -> [Thing] { things.compactMap { $0 as? Thing } }
}

/// Reads all items of an organisation, open and closed, for those who may edit them.
package struct ShelfQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "organisation.shelf"
    package static let access: Access = .listing
    package var subject: Subject { .owned(organisation) }

    /// The maximum number of items of each kind.
    package static let most = 200

    /// A query for one organisation.
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
