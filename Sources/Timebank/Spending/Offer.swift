package import Ledger
package import Store

/// An offer of an organisation, priced in minutes.
package struct Offer: Hashable, Sendable {
    package typealias ID = Ledger.ID<Offer>

    package let id: ID
    package let organisation: Organisation.ID
    package let organisationName: String
    package let title: String
    package let details: String
    /// The price for one adult.
    package let adult: Minutes
    /// The price for one child; nil if children cannot come.
    package let child: Minutes?
    package let isOpen: Bool
    /// Whether the organisation is open, that is, takes part in the network now.
    package let isOrganisationOpen: Bool
    /// What kind of partner the organisation is.
    package let spends: Organisation.Spends
}

/// Lists the offers of a network, newest first.
package typealias OffersQuery = ListedQuery<Offer>

extension Offer: Listed {
    package static let listing = Listing(
        .offer,
        columns: """
            t.id, t.organisation, o.name, t.title, t.details, t.adult, t.child, t.is_open,
                o.is_open, o.spends
            """,
        setOpen: "UPDATE offer SET is_open = $1 WHERE id = $2 AND network = $3"
    )

    package static func state(isOpen: Bool) -> any Text {
        isOpen ? OrganisationsText.shelfEnjoy : OrganisationsText.shelfEnjoyClosed
    }

    /// Reads an offer from the columns of ``listing``.
    package init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            organisation: row.id(1),
            organisationName: row.text(2),
            title: row.text(3),
            details: row.text(4),
            adult: row.minutes(5),
            child: row.minutesIfAny(6),
            isOpen: row.flag(7),
            isOrganisationOpen: row.flag(8),
            spends: try row.word(9)
        )
    }
}

extension Offer {
    /// The permitted number of adults, and of children, in one redemption.
    static let party: ClosedRange<Int64> = 0...100

    /// The price for so many adults and children.
    ///
    /// - Throws: A ``Refusal`` if nobody comes, if a number is out of range, if children come
    ///   without a price for them, or if the price is zero.
    package func price(adults: Int, children: Int) throws -> Minutes {
        let fields = Redemption.Fields.self
        _ = try fields.adults.checked(Int64(adults))
        // Without a price for children, none can come.
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
    /// The offer of a network with this id; nil if there is none.
    package func offer(_ id: Offer.ID, in network: Network.ID) throws -> Offer? {
        try listed(id, in: network)
    }
}
