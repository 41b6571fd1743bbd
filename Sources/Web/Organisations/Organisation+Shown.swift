internal import Ledger
package import Timebank

extension Shelf: Shaped {
    package static let shape = Shape<Shelf>(
        "Shelf",
        [
            .member("opportunities", .list(.shown, most: ShelfQuery.most)) { $0.opportunities },
            .member("offers", .list(.shown, most: ShelfQuery.most)) { $0.offers },
        ]
    )
}

extension Organisation {
    /// The organisation without its balances, as the API returns it after a change.
    package var withoutFigures: OrganisationState {
        OrganisationState(organisation: self, left: nil, taken: nil)
    }
}

extension OrganisationState: Shaped {
    package static let shape = Shape<OrganisationState>(
        "Organisation",
        [
            .member("id", .id) { $0.organisation.id },
            .member("slug", .slug) { $0.organisation.slug },
            .member("name", .text(0...480)) { $0.organisation.name },
            .member("earns", .flag) { $0.organisation.earns },
            .member("spends", .word) { $0.organisation.spends },
            .member("open", .flag) { $0.organisation.isOpen },
            .member("allocation", .id) { $0.organisation.allocation.id },
            .member("takings", .id) { $0.organisation.takings.id },
            .member(
                "left",
                .orNull(.balance),
                "What it may still issue; for those who look after it."
            ) { $0.left },
            .member("taken", .orNull(.balance), "What it has accepted; likewise.") { $0.taken },
        ]
    )
}
