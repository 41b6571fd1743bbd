package import Ledger
internal import Store

/// One snapshot in which a page asks all it shows, so that its parts agree with each other.
package struct Glance {
    /// Who looks.
    package let visitor: Visitor
    private let view: View

    fileprivate init(_ view: View) throws {
        self.view = view
        visitor = try view.visitor()
    }

    /// The moment at which the page is shown.
    package var now: Instant { view.now }

    /// Answers one of the page's questions, each judged by its own rule.
    ///
    /// - Throws: a ``Refusal`` when the rule says no.
    package func ask<Asked: Query>(_ asked: Asked) throws -> Asked.Answer {
        _ = try view.admit(asked.subject, by: Asked.access)
        return try asked.answer(at: view)
    }
}

extension Bank {
    /// Reads what a page of a network needs, and who looks at it.
    ///
    /// - Throws: ``AccessRefusal/notFound`` for a network that is not there, and what `body`
    ///   throws.
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
