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
package struct OffersQuery: Query {
    package let span: Span
    /// Only this organisation's, as its till needs them.
    package let organisation: Organisation.ID?

    package static let name = "offer.list"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A question for a stretch of what there is to enjoy.
    package init(span: Span = Span(), organisation: Organisation.ID? = nil) {
        self.span = span
        self.organisation = organisation
    }

    package func answer(at view: View) throws -> Stretch<Offer> {
        let rows = try view.tx.all(
            """
            SELECT f.id, f.organisation, o.name, f.title, f.details, f.adult, f.child, f.is_open
            FROM offer f JOIN organisation o ON o.id = f.organisation
            WHERE f.network = $1 AND f.id < $2 AND f.is_open = 1 AND o.is_open = 1
                AND (CAST($4 AS BIGINT) IS NULL OR f.organisation = $4)
            ORDER BY f.id DESC LIMIT $3
            """,
            view.here.id,
            span.after ?? .max,
            span.limit + 1,
            organisation,
            as: Offer.init
        )
        return Stretch(rows, limit: span.limit) { $0.id.raw }
    }
}

extension Offer {
    init(_ row: Row) throws {
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

extension Offer: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Offer {
        guard let id = made.first, let found = try view.tx.offer(ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return found
    }
}

extension Transaction {
    /// The offer of a network with this id.
    package func offer(_ id: Offer.ID, in network: Network.ID) throws -> Offer? {
        try first(
            """
            SELECT f.id, f.organisation, o.name, f.title, f.details, f.adult, f.child, f.is_open
            FROM offer f JOIN organisation o ON o.id = f.organisation
            WHERE f.id = $1 AND f.network = $2
            """,
            id,
            network,
            as: Offer.init
        )
    }
}

extension Offer: OwnedEntity {
    package static func scene(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> Scene? {
        try tx.first("SELECT organisation FROM offer WHERE id = $1 AND network = $2", id, network) {
            Scene(organisation: $0.id(0), isPublic: true)
        }
    }
}
