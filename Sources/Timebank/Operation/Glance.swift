package import Ledger
internal import Store

/// A snapshot in which a page makes all of its queries, so that their answers agree.
package struct Glance {
    /// The visitor who requests the page, and their roles.
    package let visitor: Visitor
    private let view: View

    fileprivate init(_ view: View) throws {
        self.view = view
        visitor = try view.visitor()
    }

    /// The time of the request.
    package var now: Instant { view.now }

    /// Answers one query of the page; each query's own access rule is checked.
    ///
    /// - Throws: a ``Refusal`` when the rule forbids it.
    package func ask<Asked: Query>(_ asked: Asked) throws -> Asked.Answer {
        _ = try view.admit(asked.subject, by: Asked.access)
        return try asked.answer(at: view)
    }
}

extension Bank {
    /// Reads all that a page of a network needs, and its visitor, in one snapshot.
    ///
    /// - Throws: ``AccessRefusal/notFound`` for an unknown network, and what `body` throws.
    package func glance<Found: Sendable>(
        at network: Slug,
        as who: Credential,
        _ body: @escaping @Sendable (Glance) throws -> Found
    ) async throws -> (visitor: Visitor, found: Found) {
        let clock = clock
        let ground = ground(in: network)
        return try await database.read(in: ground.scope) { tx in
            let now = clock()
            let view = try ground.view(tx, as: who, now: now)
            let glance = try Glance(view)
            return (glance.visitor, try body(glance))
        }
    }
}
