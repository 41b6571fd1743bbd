/// What a part of the scheme adds to the web, in one list.
///
/// The router, the description of the API and the pages read the lists of the parts and name none
/// of them, so a new part is one value in its folder and one line in ``WebPart/standard``.
package struct WebPart: Sendable {
    /// What it is called: as the part in `Timebank`, and as its folder.
    let name: String
    /// Its calls of the API.
    let calls: [any Calls]
    /// Its pages.
    let journeys: [any Journey]
    /// What its answers are made of.
    let schemas: [NamedSchema]

    /// A part with what it adds.
    init(
        _ name: String,
        calls: [any Calls] = [],
        journeys: [any Journey] = [],
        schemas: [NamedSchema] = []
    ) {
        self.name = name
        self.calls = calls
        self.journeys = journeys
        self.schemas = schemas
    }

    /// The parts that the program serves.
    package static let standard: [WebPart] = [
        .signingIn, .networks, .people, .organisations, .accounts, .earning, .spending, .giving,
    ]
}

extension [WebPart] {
    /// Every call of the API, in the order of the parts.
    var endpoints: [Endpoint] { flatMap(\.calls).flatMap(\.endpoints) }

    /// Every page, in the order of the parts.
    var pageRoutes: [PageRoute] { flatMap(\.journeys).flatMap(\.routes) }

    /// What answers are made of, by the name that the description gives it.
    var schemas: [NamedSchema] { flatMap(\.schemas) + [.problem] }
}
