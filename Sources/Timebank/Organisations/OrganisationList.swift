package import Ledger
internal import Store

/// An organisation, with its balances for those who may see them.
///
/// Coordinators, operators, and the organisation's own leads and workers may.
package struct OrganisationState: Hashable, Sendable {
    package let organisation: Organisation
    /// The balance of its allocation; nil where the actor may not see it.
    package let left: Minutes?
    /// The balance of its takings; nil where the actor may not see it.
    package let taken: Minutes?

    /// An organisation with its balances, or without them.
    package init(organisation: Organisation, left: Minutes?, taken: Minutes?) {
        self.organisation = organisation
        self.left = left
        self.taken = taken
    }
}

/// Reads the organisations of a network, oldest first.
package struct OrganisationsQuery: Query {
    package let span: Span

    package static let name = "organisation.list"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A query for a page of the list.
    package init(span: Span = Span()) { self.span = span }

    package func answer(at view: View) throws -> ResultPage<OrganisationState> {
        let network = try view.here.id
        let seen = try view.organisationsLookedAfter()
        let rows =
            try seen.isNobodys
            ? view.tx.organisations(span, in: network)
            : view.tx.organisationsWithFigures(span, in: network)
        return ResultPage(rows, limit: span.limit) { $0.organisation.id.raw }.map {
            seen.contains($0.organisation.id)
                ? $0 : OrganisationState(organisation: $0.organisation, left: nil, taken: nil)
        }
    }
}

/// The organisations whose balances the actor may see.
private enum LookedAfter {
    case all
    case some(Set<Organisation.ID>)

    var isNobodys: Bool {
        if case .some(let ids) = self { return ids.isEmpty }
        return false
    }

    func contains(_ id: Organisation.ID) -> Bool {
        switch self {
        case .all: true
        case .some(let ids): ids.contains(id)
        }
    }
}

extension View {
    /// All for a coordinator or operator, otherwise those where the actor is a worker or lead.
    fileprivate func organisationsLookedAfter() throws -> LookedAfter {
        if try grounds(for: .coordinator || .operator, in: .open) != nil { return .all }
        guard let person = actor.person else { return .some([]) }
        let posts: [(id: Organisation.ID, role: StaffRole)] = try tx.all(
            "SELECT organisation, role FROM staff WHERE person = $1 AND network = $2",
            person,
            here.id
        ) { ($0.id(0), try $0.word(1)) }
        return .some(Set(posts.filter { $0.role >= .worker }.map(\.id)))
    }
}

extension Transaction {
    fileprivate func organisations(
        _ span: Span,
        in network: Network.ID
    ) throws -> [OrganisationState] {
        try all(
            """
            SELECT id, slug, name, earns, spends, is_open, allocation, takings
            FROM organisation WHERE network = $1 AND id > $2 ORDER BY id LIMIT $3
            """,
            network,
            span.after ?? 0,
            span.limit + 1
        ) { OrganisationState(organisation: try Organisation($0), left: nil, taken: nil) }
    }

    /// Reads organisations with their balances.
    ///
    /// The takings account has no row of its own: its balance is its roll-up plus the transfers
    /// since.
    fileprivate func organisationsWithFigures(
        _ span: Span,
        in network: Network.ID
    ) throws -> [OrganisationState] {
        try all(
            """
            SELECT o.id, o.slug, o.name, o.earns, o.spends, o.is_open, o.allocation, o.takings,
                a.balance, r.balance
                    + COALESCE((SELECT CAST(SUM(t.minutes) AS BIGINT) FROM transfer t
                        WHERE t.to_account = o.takings AND t.id > r.upto
                            AND t.to_after IS NULL), 0)
                    - COALESCE((SELECT CAST(SUM(t.minutes) AS BIGINT) FROM transfer t
                        WHERE t.from_account = o.takings AND t.id > r.upto
                            AND t.from_after IS NULL), 0)
            FROM organisation o LEFT JOIN account a ON a.id = o.allocation
                LEFT JOIN rollup r ON r.account = o.takings
            WHERE o.network = $1 AND o.id > $2 ORDER BY o.id LIMIT $3
            """,
            network,
            span.after ?? 0,
            span.limit + 1
        ) {
            OrganisationState(
                organisation: try Organisation($0),
                left: $0.minutesIfAny(8) ?? .zero,
                taken: $0.minutesIfAny(9) ?? .zero
            )
        }
    }
}
