internal import Ledger
internal import Timebank

/// What may stand in an address of the API, with what the description says of it.
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
    /// What the router calls it.
    package static var placeholder: String { "office" }

    /// The office of that name.
    package init?(path: String) { self.init(rawValue: path) }

    /// The office as it stands in a path.
    package var path: String { rawValue }

    static var schema: Schema { .word(allCases.map(\.rawValue)) }
}

/// An argument of a call's address, as the description has it.
struct PathParameter: Sendable {
    let name: String
    let schema: Schema
}
