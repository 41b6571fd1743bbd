internal import Store

/// The public details of a network.
package struct NetworkCard: Hashable, Sendable {
    package let slug: Slug
    package let name: String
    /// Whether visitors may read what there is to do and to enjoy.
    package let isPublic: Bool
}

/// Reads the public details of all networks, for a visitor to choose from.
package struct NetworksQuery: Query {
    package static let name = "network.list"
    package static let access: Access = .anyone
    package var subject: Subject { .installation }

    /// A query for the whole installation.
    package init() {}

    package func answer(at view: View) throws -> [NetworkCard] {
        try view.tx.networks().map {
            NetworkCard(slug: $0.slug, name: $0.name, isPublic: $0.isPublic)
        }
    }
}
