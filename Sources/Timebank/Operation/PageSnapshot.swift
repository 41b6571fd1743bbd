package import Ledger
internal import Store

/// A snapshot in which a page makes all of its queries, so that their answers agree.
package struct PageSnapshot {
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
    package func snapshot<Found: Sendable>(
        at network: Slug,
        as who: Credential,
        _ body: @escaping @Sendable (PageSnapshot) throws -> Found
    ) async throws -> (visitor: Visitor, found: Found) {
        let clock = clock
        let ground = ground(in: network)
        return try await database.read(in: ground.scope) { tx in
            let now = clock()
            let view = try ground.view(tx, as: who, now: now)
            let snapshot = try PageSnapshot(view)
            return (snapshot.visitor, try body(snapshot))
        }
    }
}
