package import Ledger
internal import Store

/// An organisation with the figures that its staff and the coordinators see.
package struct OrganisationFigures: Hashable, Sendable {
    package let organisation: Organisation
    /// The minutes of its allocation that are not spent or held.
    package let left: Minutes
    /// The minutes confirmed there for the last 30 days; nil from ``OrganisationQuery``.
    package let lastMonth: Minutes?
    /// The number of claims that wait to be confirmed or refused.
    package let waiting: Int64
}

/// Reads one organisation's figures, for its staff.
package struct OrganisationQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "organisation.desk"
    package static let access: Access = .staff(.till) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// A query for one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> OrganisationFigures {
        guard let found = try view.tx.organisation(organisation, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        let purse = try view.tx.purse(of: found.allocation.id, in: view.here.id)
        let waiting = try view.tx.first(
            "SELECT COUNT(*) FROM hours WHERE organisation = $1 AND status = 'claimed'",
            organisation
        ) { $0.integer(0) }
        return OrganisationFigures(
            organisation: found,
            left: purse?.spendable ?? .zero,
            lastMonth: nil,
            waiting: waiting ?? 0
        )
    }
}

/// Reads the figures of all organisations where members earn, by name.
package struct AllocationsQuery: Query {
    package static let name = "allocation.list"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// A query for the network of the request.
    package init() {}

    package func answer(at view: View) throws -> [OrganisationFigures] {
        let network = try view.here
        let today = Day(view.now, in: network.zone) ?? view.now.day
        let since = today.adding(days: -30)
        return try view.tx.all(
            """
            SELECT o.id, o.slug, o.name, o.earns, o.spends, o.is_open, o.allocation, o.takings,
                a.balance - a.held,
                CAST(COALESCE(done.minutes, 0) AS BIGINT), COALESCE(waiting.claims, 0)
            FROM organisation o JOIN account a ON a.id = o.allocation
                LEFT JOIN (
                    SELECT organisation, SUM(minutes) AS minutes FROM hours
                    WHERE id > $3 AND network = $1 AND day > $2 AND status = 'confirmed'
                    GROUP BY organisation) AS done ON done.organisation = o.id
                LEFT JOIN (
                    SELECT organisation, COUNT(*) AS claims FROM hours
                    WHERE network = $1 AND status = 'claimed'
                    GROUP BY organisation) AS waiting ON waiting.organisation = o.id
            WHERE o.network = $1 AND o.earns = 1 ORDER BY o.name, o.id
            """,
            network.id,
            since.number,
            // Hours are recorded on their day or later, so rows with older ids cannot match. The
            // bound lets the database start at that id; two days allow for time zones.
            IDGenerator.smallestID(at: since.adding(days: -2).start.milliseconds)
        ) {
            OrganisationFigures(
                organisation: try Organisation($0),
                left: $0.minutes(8),
                lastMonth: $0.minutes(9),
                waiting: $0.integer(10)
            )
        }
    }
}
