internal import Ledger
internal import Store

/// A member who came to an organisation lately.
package struct Regular: Hashable, Sendable {
    package let member: Member.ID
    package let name: String
    package let number: String
}

/// Asks who gave hours to an organisation lately, so that staff tick names instead of typing.
///
/// They are found along the chain of the organisation's allocation, so that it takes no longer in
/// a large network. Left out is whoever the asker may not confirm for.
package struct RegularsQuery: Query {
    package let organisation: Organisation.ID

    package static let name = "hours.regulars"
    package static let access: Access = .staff(.worker) || .coordinator
    package var subject: Subject { .owned(organisation) }

    /// How many payments are looked at, from the newest.
    static let steps = 300
    /// For how many days somebody who came once is still shown.
    static let days = 90
    /// How many names fit on one page; those who come most often are kept.
    static let most = 40

    /// A question for those who come to one organisation.
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
