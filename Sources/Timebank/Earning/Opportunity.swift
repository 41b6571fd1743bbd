package import Ledger
package import Store

/// Something to do at an organisation by which members earn credits.
package struct Opportunity: Hashable, Sendable {
    package typealias ID = Ledger.ID<Opportunity>

    package let id: ID
    package let organisation: Organisation.ID
    package let organisationName: String
    package let title: String
    package let details: String
    package let place: String
    /// How long it usually takes.
    package let minutes: Minutes
    /// Whether it is on the list.
    package let isOpen: Bool
    /// Whether the organisation is open, that is, takes part in the network now.
    package let isOrganisationOpen: Bool
}

/// Returns the open opportunities of a network, newest first.
package typealias OpportunitiesQuery = ListedQuery<Opportunity>

extension Opportunity: Listed {
    package static let listing = Listing(
        .opportunity,
        columns: """
            t.id, t.organisation, o.name, t.title, t.details, t.place, t.minutes, t.is_open,
                o.is_open
            """,
        setOpen: "UPDATE opportunity SET is_open = $1 WHERE id = $2 AND network = $3"
    )

    package static func state(isOpen: Bool) -> any Text {
        isOpen ? OrganisationsText.shelfDo : OrganisationsText.shelfDoClosed
    }

    /// Creates an opportunity from a row with the columns of ``listing``.
    package init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            organisation: row.id(1),
            organisationName: row.text(2),
            title: row.text(3),
            details: row.text(4),
            place: row.text(5),
            minutes: row.minutes(6),
            isOpen: row.flag(7),
            isOrganisationOpen: row.flag(8)
        )
    }
}

extension Transaction {
    /// Returns the opportunity with this id in a network.
    package func opportunity(_ id: Opportunity.ID, in network: Network.ID) throws -> Opportunity? {
        try listed(id, in: network)
    }
}
