internal import Timebank

/// A request to the API that is about the network in its address.
struct NetworkCall: Sendable {
    let network: Slug
    private let call: Call

    /// A request, and the network in its address.
    init(_ call: Call, in network: Slug) {
        self.call = call
        self.network = network
    }

    /// The words of the body; none where the call takes none.
    var fields: BodyFields { call.fields }

    /// Which stretch of a list the address asks for.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for what is no number of items and no id.
    func span() throws -> Span { try call.span() }

    /// What the address searches for; empty where it does not.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for more than one search, or a very long one.
    func search() throws -> String { try call.search() }

    /// Does it, in the network of the address.
    func perform<Asked: Operation>(_ asked: Asked) async throws -> Answer<Asked.Result> {
        try await call.site.bank.perform(asked, in: network, as: call.who, request: call.key)
    }

    /// Asks it, in the network of the address.
    func ask<Asked: Query>(_ asked: Asked) async throws -> Asked.Answer {
        try await call.site.bank.ask(asked, in: network, as: call.who)
    }
}
