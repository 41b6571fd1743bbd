package import Ledger
internal import Store

/// An organisation with what it may still issue and what it has accepted.
///
/// The figures are there only for those who look after it.
package struct OrganisationState: Hashable, Sendable {
    package let organisation: Organisation
    /// What it may still issue.
    package let left: Minutes?
    /// What it has accepted.
    package let taken: Minutes?

    /// An organisation with its figures, or without them.
    package init(organisation: Organisation, left: Minutes?, taken: Minutes?) {
        self.organisation = organisation
        self.left = left
        self.taken = taken
    }
}

/// Asks for the organisations of a network, oldest first.
package struct OrganisationsQuery: Query {
    package let span: Span

    package static let name = "organisation.list"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A question for a stretch of the organisations.
    package init(span: Span = Span()) { self.span = span }

    package func answer(at view: View) throws -> Stretch<OrganisationState> {
        let rows = try view.tx.all(
            """
            SELECT id, slug, name, earns, spends, is_open, allocation, takings
            FROM organisation WHERE network = $1 AND id > $2 ORDER BY id LIMIT $3
            """,
            view.here.id,
            span.after ?? 0,
            span.limit + 1,
            as: Organisation.init
        )
        return try Stretch(rows, limit: span.limit) { $0.id.raw }.map { try view.state(of: $0) }
    }
}

extension View {
    fileprivate func state(of organisation: Organisation) throws -> OrganisationState {
        let scene = Scene(
            organisation: organisation.id,
            member: nil,
            person: nil,
            isPublic: true
        )
        let sees = try grounds(for: .coordinator || .staff(.worker) || .operator, in: scene)
        guard sees != nil else {
            return OrganisationState(organisation: organisation, left: nil, taken: nil)
        }
        return OrganisationState(
            organisation: organisation,
            left: try tx.balance(of: organisation.allocation, in: here.id),
            taken: try tx.balance(of: organisation.takings, in: here.id)
        )
    }
}
