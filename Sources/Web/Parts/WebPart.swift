/// What one part of the scheme adds to the web layer: its endpoints, pages and templates.
///
/// The router, the API description and the pages read these lists and name no part. A new part is
/// therefore one value in its folder and one line in ``WebPart/standard``.
package struct WebPart: Sendable {
    /// The name, equal to the part's name in `Timebank` and to its folder.
    let name: String
    /// The heading under which the API description lists its endpoints.
    let heading: String
    /// The groups of its API endpoints.
    let calls: [any Calls]
    /// The groups of its pages.
    let journeys: [any Journey]
    /// The schemas of its API answers.
    let schemas: [NamedSchema]
    /// The members that its refusals add to a problem details object, beside the standard ones.
    let facts: [Property]
    /// The templates that only its own pages use.
    let templates: [Template]
    /// Its entries in the navigation of each role.
    let destinations: [Destination]

    /// - `heading`: The name of the part, unless given.
    init(
        _ name: String,
        heading: String? = nil,
        calls: [any Calls] = [],
        journeys: [any Journey] = [],
        templates: [Template] = [],
        destinations: [Destination] = [],
        schemas: [NamedSchema] = [],
        facts: [Property] = []
    ) {
        self.name = name
        self.heading = heading ?? name
        self.calls = calls
        self.journeys = journeys
        self.templates = templates
        self.destinations = destinations
        self.schemas = schemas
        self.facts = facts
    }

    /// Its endpoints, each marked with the heading.
    fileprivate var endpoints: [Endpoint] {
        calls.flatMap(\.endpoints).map { $0.under(heading) }
    }

    /// The parts that the program serves, in the order of the API description.
    package static let standard: [WebPart] = [
        .signingIn, .networks, .accounts, .earning, .spending, .organisations, .people, .giving,
    ]
}

extension [WebPart] {
    /// All endpoints of the API, in the order of the parts.
    var endpoints: [Endpoint] { flatMap(\.endpoints) }

    /// The distinct headings of all parts that have endpoints, in order.
    var headings: [String] {
        filter { !$0.calls.isEmpty }.map(\.heading)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The routes of all pages, in the order of the parts.
    var pageRoutes: [PageRoute] { flatMap(\.journeys).flatMap(\.routes) }

    /// The navigation entries of all parts, for every role.
    var destinations: [Destination] { flatMap(\.destinations) }

    /// All schemas of API answers, and that of a problem with the members that parts add.
    var schemas: [NamedSchema] { flatMap(\.schemas) + [.problem(with: flatMap(\.facts))] }

    /// The shared templates, followed by those of the parts.
    package var templates: [Template] { Template.shared + flatMap(\.templates) }
}
