/// Asks what a network is: its name, its model and its policy.
package struct NetworkQuery: Query {
    package static let name = "network.show"
    package static let access: Access = .belongs || .operator
    package var subject: Subject { .network }

    /// A question about the network that is spoken of.
    package init() {}

    package func answer(at view: View) throws -> Network { try view.here }
}
