internal import Ledger
internal import Timebank

/// An API request whose path names a network.
struct NetworkCall: Sendable {
    let network: Slug
    private let call: Call

    /// A request and the network in its path.
    init(_ call: Call, in network: Slug) {
        self.call = call
        self.network = network
    }

    /// The members of the body; none if the call takes no body.
    var fields: BodyFields { call.fields }

    /// The page of a list that the query asks for.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for an invalid or repeated `limit` or `after`.
    func span() throws -> Span { try call.span() }

    /// The search text in the query; empty if there is none.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if it is repeated or too long.
    func search() throws -> String { try call.search() }

    /// The month in the query, such as `2026-11`; nil if there is none.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if it is repeated or is no month.
    func month() throws -> Month? { try call.month() }

    /// Performs an operation in the network of the path, with the request's idempotency key.
    func perform<Asked: Operation>(_ asked: Asked) async throws -> Answer<Asked.Result> {
        try await call.site.bank.perform(asked, in: network, as: call.who, request: call.key)
    }

    /// Answers a query in the network of the path.
    func ask<Asked: Query>(_ asked: Asked) async throws -> Asked.Answer {
        try await call.site.bank.ask(asked, in: network, as: call.who)
    }
}
