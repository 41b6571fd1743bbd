/// What a part of the scheme adds to the web, in one list.
///
/// The router, the description of the API and the pages read the lists of the parts and name none
/// of them, so a new part is one value in its folder and one line in ``WebPart/standard``.
package struct WebPart: Sendable {
    /// What it is called: as the part in `Timebank`, and as its folder.
    let name: String
    /// Under what the description of the API lists its calls.
    let heading: String
    /// Its calls of the API.
    let calls: [any Calls]
    /// Its pages.
    let journeys: [any Journey]
    /// What its answers are made of.
    let schemas: [NamedSchema]
    /// What its refusals tell programs beside their sentence, as further members of a problem.
    let facts: [Property]
    /// The templates that only its pages have.
    let templates: [Template]

    /// A part with what it adds.
    ///
    /// - `heading`: Its name, where nothing else is said.
    init(
        _ name: String,
        heading: String? = nil,
        calls: [any Calls] = [],
        journeys: [any Journey] = [],
        templates: [Template] = [],
        schemas: [NamedSchema] = [],
        facts: [Property] = []
    ) {
        self.name = name
        self.heading = heading ?? name
        self.calls = calls
        self.journeys = journeys
        self.templates = templates
        self.schemas = schemas
        self.facts = facts
    }

    /// Its calls, each under its heading.
    fileprivate var endpoints: [Endpoint] {
        calls.flatMap(\.endpoints).map { $0.under(heading) }
    }

    /// The parts that the program serves, in the order in which the API is described.
    package static let standard: [WebPart] = [
        .signingIn, .networks, .accounts, .earning, .spending, .organisations, .people, .giving,
    ]
}

extension [WebPart] {
    /// Every call of the API, in the order of the parts.
    var endpoints: [Endpoint] { flatMap(\.endpoints) }

    /// The headings of the description, those that have calls.
    var headings: [String] {
        filter { !$0.calls.isEmpty }.map(\.heading)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Every page, in the order of the parts.
    var pageRoutes: [PageRoute] { flatMap(\.journeys).flatMap(\.routes) }

    /// What answers are made of, by the name that the description gives it.
    var schemas: [NamedSchema] { flatMap(\.schemas) + [.problem(with: flatMap(\.facts))] }

    /// The templates that all pages share, and those of the parts.
    package var templates: [Template] { Template.shared + flatMap(\.templates) }
}
