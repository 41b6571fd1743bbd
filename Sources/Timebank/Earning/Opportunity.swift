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
        else { throw AccessRefusal.notFound }
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
