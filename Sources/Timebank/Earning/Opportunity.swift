package import Ledger
package import Store

/// Something to do at an organisation that earns.
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
    package let isOpen: Bool
    /// Whether the organisation takes part now.
    package let isPlaceOpen: Bool
}

/// Puts up something to do.
package struct AddOpportunity: Operation {
    package let organisation: Organisation.ID
    package let title: String
    package let details: String
    package let place: String
    package let minutes: Minutes

    package static let name = "opportunity.add"
    package static let access: Access = .staff(.lead) || .coordinator || .operator
    package var subject: Subject { .owned(organisation) }

    /// Something to do at an organisation, with how long it usually takes.
    package init(
        organisation: Organisation.ID,
        title: String,
        details: String = "",
        place: String = "",
        minutes: Minutes = Minutes(60)
    ) {
        self.organisation = organisation
        self.title = title
        self.details = details
        self.place = place
        self.minutes = minutes
    }

    package func run(at desk: Desk) throws -> Opportunity {
        try Field.minutes("minutes", minutes, upTo: 1_440)
        guard let place = try desk.tx.organisation(organisation, in: desk.here.id) else {
            throw Refusal.notFound
        }
        try place.requireOpen()
        guard place.earns else { throw Refusal.invalid(field: "organisation", .unknown) }
        let made = Opportunity(
            id: desk.newID(),
            organisation: organisation,
            organisationName: place.name,
            title: try Field.text("title", title, 1...120),
            details: try Field.text("details", details, 0...2_000),
            place: try Field.text("place", self.place, 0...200),
            minutes: minutes,
            isOpen: true,
            isPlaceOpen: true
        )
        try desk.tx.run(
            """
            INSERT INTO opportunity (
                id, network, organisation, title, details, place, minutes, is_open, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)
            """,
            made.id,
            desk.here.id,
            organisation,
            made.title,
            made.details,
            made.place,
            minutes,
            desk.now
        )
        return made
    }
}

/// Asks what there is to do in a network, newest first.
package struct OpportunitiesQuery: Query {
    package let span: Span

    package static let name = "opportunity.list"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A question for a stretch of what there is to do.
    package init(span: Span = Span()) { self.span = span }

    package func answer(at view: View) throws -> Stretch<Opportunity> {
        let rows = try view.tx.all(
            """
            SELECT p.id, p.organisation, o.name, p.title, p.details, p.place, p.minutes, p.is_open,
                o.is_open
            FROM opportunity p JOIN organisation o ON o.id = p.organisation
            WHERE p.network = $1 AND p.id < $2 AND p.is_open = 1 AND o.is_open = 1
            ORDER BY p.id DESC LIMIT $3
            """,
            view.here.id,
            span.after ?? .max,
            span.limit + 1,
            as: Opportunity.init
        )
        return Stretch(rows, limit: span.limit) { $0.id.raw }
    }
}

extension Opportunity {
    init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            organisation: row.id(1),
            organisationName: row.text(2),
            title: row.text(3),
            details: row.text(4),
            place: row.text(5),
            minutes: row.minutes(6),
            isOpen: row.flag(7),
            isPlaceOpen: row.flag(8)
        )
    }
}

extension Opportunity: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Opportunity {
        guard let id = made.first,
            let found = try view.tx.opportunity(ID(raw: id), in: view.here.id)
        else { throw Refusal.notFound }
        return found
    }
}

extension Transaction {
    /// The opportunity of a network with this id.
    package func opportunity(_ id: Opportunity.ID, in network: Network.ID) throws -> Opportunity? {
        try first(
            """
            SELECT p.id, p.organisation, o.name, p.title, p.details, p.place, p.minutes, p.is_open,
                o.is_open
            FROM opportunity p JOIN organisation o ON o.id = p.organisation
            WHERE p.id = $1 AND p.network = $2
            """,
            id,
            network,
            as: Opportunity.init
        )
    }
}

extension Opportunity: OwnedEntity {
    package static func scene(
        of id: ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> Scene? {
        try tx.first(
            "SELECT organisation FROM opportunity WHERE id = $1 AND network = $2",
            id,
            network
        ) {
            Scene(organisation: $0.id(0), isPublic: true)
        }
    }
}
