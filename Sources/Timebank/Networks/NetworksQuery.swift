internal import Store

/// A network as anybody may know of it.
package struct NetworkCard: Hashable, Sendable {
    package let slug: Slug
    package let name: String
}

/// Asks which networks there are to choose from.
package struct NetworksQuery: Query {
    package static let name = "network.list"
    package static let access: Access = .anyone
    package var subject: Subject { .installation }

    /// The question.
    package init() {}

    package func answer(at view: View) throws -> [NetworkCard] {
        try view.tx.networks().map { NetworkCard(slug: $0.slug, name: $0.name) }
    }
}
