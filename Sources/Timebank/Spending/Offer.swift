package import Ledger
package import Store

/// Something to enjoy at an organisation, priced in minutes.
package struct Offer: Hashable, Sendable {
    package typealias ID = Ledger.ID<Offer>

    package let id: ID
    package let organisation: Organisation.ID
    package let organisationName: String
    package let title: String
    package let details: String
    /// What one adult costs.
    package let adult: Minutes
    /// What one child costs; none where children do not come.
    package let child: Minutes?
    package let isOpen: Bool
}

/// Asks what there is to enjoy in a network, newest first.
package typealias OffersQuery = ListedQuery<Offer>

extension Offer: Listed {
    package static let listing = Listing(
        .offer,
        columns: "t.id, t.organisation, o.name, t.title, t.details, t.adult, t.child, t.is_open",
        setOpen: "UPDATE offer SET is_open = $1 WHERE id = $2 AND network = $3"
    )

    package static func state(isOpen: Bool) -> any Text {
        isOpen ? OrganisationsText.shelfEnjoy : OrganisationsText.shelfEnjoyClosed
    }

    /// One from a row of the columns of its listing.
    package init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            organisation: row.id(1),
            organisationName: row.text(2),
            title: row.text(3),
            details: row.text(4),
            adult: row.minutes(5),
            child: row.minutesIfAny(6),
            isOpen: row.flag(7)
        )
    }
}

extension Offer {
    /// How many adults, or how many children, may come together.
    static let party: ClosedRange<Int64> = 0...100

    /// What so many adults and children cost together.
    ///
    /// - Throws: a ``Refusal`` when nobody comes, or children where there is no price for them.
    package func price(adults: Int, children: Int) throws -> Minutes {
        let fields = Redemption.Fields.self
        _ = try fields.adults.checked(Int64(adults))
        // Where there is no price for children, none can come.
        let most: Int64 = child == nil ? 0 : Self.party.upperBound
        guard (0...most).contains(Int64(children)) else {
            throw fields.children.refusal(.outOfRange(0...most))
        }
        guard adults + children > 0 else { throw fields.adults.refusal(.missing) }
        let sum = adult.count * Int64(adults) + (child?.count ?? 0) * Int64(children)
        guard sum > 0 else { throw FieldRefusal.amountOutOfRange(field: fields.adults.name) }
        return Minutes(sum)
    }
}

extension Transaction {
    /// The offer of a network with this id.
    package func offer(_ id: Offer.ID, in network: Network.ID) throws -> Offer? {
        try listed(id, in: network)
    }
}
