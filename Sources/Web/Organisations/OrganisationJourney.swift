internal import Hummingbird
internal import Ledger
internal import Timebank

/// The start page for the staff of an organisation.
struct OrganisationJourney: Journey {
    var routes: [PageRoute] {
        [.get(Address.organisation, start)]
    }

    private func start(
        _ visit: Visit,
        at organisation: Organisation.ID
    ) async throws -> Response {
        let asked = OrganisationQuery(organisation: organisation)
        let (visitor, state) = try await visit.look { try $0.ask(asked) }
        let found = state.organisation
        let post = visitor.posts.first { $0.organisation == found.id }
        let confirms = visitor.isCoordinator || (post.map { $0.role >= .worker } ?? false)
        return visit.show(
            StartPage.organisation(
                frame: visit.frame(visitor),
                network: visitor.network.slug,
                organisation: found.id,
                name: found.name,
                left: found.earns && confirms ? state.left : nil,
                waiting: state.waiting,
                hasTill: found.spends != .no && post != nil,
                leads: visitor.isCoordinator || post?.role == .lead,
                isOpen: found.isOpen,
                mayChange: visitor.isCoordinator
            )
        )
    }
}

extension Visitor {
    /// Whether the viewer may open the page of this organisation.
    func opens(_ organisation: Organisation.ID) -> Bool {
        isCoordinator || posts.contains { $0.organisation == organisation }
    }
}
