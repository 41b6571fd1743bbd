internal import Ledger
internal import Store

/// What an organisation has to do and to enjoy, on the list or off it.
package struct Shelf: Hashable, Sendable {
    package let opportunities: [Opportunity]
    package let offers: [Offer]
}

/// Asks what an organisation has on the list and off it, newest first, for who looks after it.
package struct ShelfQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "organisation.shelf"
    package static let access: Access = AddOffer.access
    package var subject: Subject { .owned(organisation) }

    /// How many of each are listed at most.
    package static let most = 200

    /// A question about one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> Shelf {
        Shelf(
            opportunities: try view.tx.all(
                """
                SELECT p.id, p.organisation, o.name, p.title, p.details, p.place, p.minutes,
                    p.is_open, o.is_open
                FROM opportunity p JOIN organisation o ON o.id = p.organisation
                WHERE p.organisation = $1 ORDER BY p.id DESC LIMIT $2
                """,
                organisation,
                Self.most,
                as: Opportunity.init
            ),
            offers: try view.tx.all(
                """
                SELECT f.id, f.organisation, o.name, f.title, f.details, f.adult, f.child,
                    f.is_open
                FROM offer f JOIN organisation o ON o.id = f.organisation
                WHERE f.organisation = $1 ORDER BY f.id DESC LIMIT $2
                """,
                organisation,
                Self.most,
                as: Offer.init
            )
        )
    }
}
