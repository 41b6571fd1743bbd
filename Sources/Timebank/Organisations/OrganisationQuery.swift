package import Ledger
internal import Store

/// An organisation as those who look after it see it.
package struct OrganisationDesk: Hashable, Sendable {
    package let organisation: Organisation
    /// What it may still issue.
    package let left: Minutes
    /// What it confirmed in the last thirty days, where that was asked.
    package let lastMonth: Minutes?
    /// How many claims wait there.
    package let waiting: Int64
}

/// Asks about one organisation, for its staff.
package struct OrganisationQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "organisation.desk"
    package static let access: Access = .staff(.till) || .coordinator
    package var subject: Subject { .organisation(organisation) }

    /// A question about one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> OrganisationDesk {
        guard let found = try view.tx.organisation(organisation, in: view.here.id) else {
            throw Refusal.notFound
        }
        let purse = try view.tx.purse(of: found.allocation.id, in: view.here.id)
        let waiting = try view.tx.first(
            "SELECT COUNT(*) FROM hours WHERE organisation = $1 AND status = 'claimed'",
            organisation
        ) { $0.integer(0) }
        return OrganisationDesk(
            organisation: found,
            left: purse?.spendable ?? .zero,
            lastMonth: nil,
            waiting: waiting ?? 0
        )
    }
}

/// Asks for what each organisation that earns has left, confirms in a month, and leaves waiting.
package struct AllocationsQuery: Query {
    package static let name = "allocation.list"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// The question.
    package init() {}

    package func answer(at view: View) throws -> [OrganisationDesk] {
        let network = try view.here
        let today = Day(view.now, in: network.zone) ?? view.now.day
        return try view.tx.all(
            """
            SELECT o.id, o.slug, o.name, o.earns, o.spends, o.is_open, o.allocation, o.takings,
                a.balance - a.held,
                CAST(COALESCE(h.confirmed, 0) AS BIGINT), CAST(COALESCE(h.waiting, 0) AS BIGINT)
            FROM organisation o JOIN account a ON a.id = o.allocation
                LEFT JOIN (
                    SELECT organisation,
                        SUM(CASE WHEN status = 'confirmed' AND day > $2 THEN minutes ELSE 0 END)
                            AS confirmed,
                        SUM(CASE WHEN status = 'claimed' THEN 1 ELSE 0 END) AS waiting
                    FROM hours WHERE network = $1 AND (status = 'claimed' OR day > $2)
                    GROUP BY organisation) h ON h.organisation = o.id
            WHERE o.network = $1 AND o.earns = 1 ORDER BY o.name, o.id
            """,
            network.id,
            today.adding(days: -30).number
        ) {
            OrganisationDesk(
                organisation: try Organisation($0),
                left: $0.minutes(8),
                lastMonth: $0.minutes(9),
                waiting: $0.integer(10)
            )
        }
    }
}
