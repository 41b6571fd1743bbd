internal import Timebank

extension NetworkOptions {
    /// The organisation with this short name.
    func organisation(_ slug: String) async throws -> Organisation {
        try await asking { try await $0.organisation(slug) }
    }
}

extension Questions {
    /// The organisation with this short name.
    ///
    /// - Throws: ``CommandRefusal`` where there is none.
    func organisation(_ name: String) async throws -> Organisation {
        let states: [OrganisationState] = try await all { OrganisationsQuery(span: $0) }
        guard let found = states.first(where: { $0.organisation.slug.description == name }) else {
            throw CommandRefusal(
                sentence: """
                    No organisation of \(slug) is called “\(name)”. To see them all: \
                    commonhour organisation list --network \(slug)
                    """
            )
        }
        return found.organisation
    }
}
