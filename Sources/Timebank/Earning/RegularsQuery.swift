internal import Ledger
internal import Store

/// A member who recently gave hours to an organisation.
package struct Regular: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
}

/// Returns the members who recently gave hours to an organisation, sorted by name.
///
/// Staff can then tick names instead of typing them. The query follows the chain of transfers of
/// the organisation's allocation, so its cost does not grow with the network. Members for whom the
/// actor may not confirm are left out.
package struct RegularsQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "hours.regulars"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// The maximum number of transfers to look at, from the newest.
    static let steps = 300
    /// The number of days for which a transfer counts.
    static let days = 90
    /// The maximum number of members; those with the most payments are kept.
    static let most = 40

    /// Creates a query for one organisation.
    package init(organisation: Organisation.ID) { self.organisation = organisation }

    package func answer(at view: View) throws -> [Regular] {
        guard let issuer = try view.tx.organisation(organisation, in: view.here.id) else {
            throw AccessRefusal.notFound
        }
        let found = try view.tx.all(
            """
            WITH RECURSIVE walk AS (
                SELECT t.kind, t.to_account, t.at, 1 AS step,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                        AS previous
                FROM account a JOIN transfer t ON t.id = a.last
                WHERE a.id = $1 AND a.network = $2
                UNION ALL
                SELECT t.kind, t.to_account, t.at, walk.step + 1,
                    CASE WHEN t.from_account = $1 THEN t.from_previous ELSE t.to_previous END
                FROM walk JOIN transfer t ON t.id = walk.previous WHERE walk.step < $3
            )
            SELECT m.id, m.name, m.number
            FROM walk JOIN account a ON a.id = walk.to_account JOIN member m ON m.id = a.holder
            WHERE walk.kind = $4 AND walk.at >= $5 AND m.status = 'active'
            GROUP BY m.id, m.name, m.number ORDER BY COUNT(*) DESC, m.id LIMIT $6
            """,
            issuer.allocation.id,
            view.here.id,
            Self.steps,
            TransferKind.earn.rawValue,
            view.now + .seconds(-86_400 * Self.days),
            Self.most
        ) { Regular(member: $0.id(0), name: $0.text(1), number: $0.text(2)) }
        let own = try view.tx.own(of: view.actor.person, in: view.here.id)
        return found.filter { !own.contains($0.member) }
            .sorted { ($0.name, $0.number) < ($1.name, $1.number) }
    }
}
