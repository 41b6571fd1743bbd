/// Reads a network with its current policy.
package struct NetworkQuery: Query {
    package static let name = "network.show"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A query for the network of the request.
    package init() {}

    package func answer(at view: View) throws -> Network { try view.here }
}
