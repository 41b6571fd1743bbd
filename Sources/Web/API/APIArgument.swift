internal import Ledger
internal import Timebank

/// A type of argument in a path of the API, with its schema for the OpenAPI document.
protocol APIArgument: PathArgument {
    static var schema: Schema { get }
}

extension Slug: APIArgument {
    static var schema: Schema { .slug }
}

extension ID: APIArgument {
    static var schema: Schema { .id }
}

extension Office: APIArgument {
    /// The name of the argument in a route pattern.
    package static var placeholder: String { "office" }

    /// Parses an office; nil if there is none of this name.
    package init?(path: String) { self.init(rawValue: path) }

    /// The office as it is written in a path.
    package var path: String { rawValue }

    static var schema: Schema { .word(allCases.map(\.rawValue)) }
}

/// An argument in the path of a call, as the OpenAPI document describes it.
struct PathParameter: Sendable {
    let name: String
    let schema: Schema
}
