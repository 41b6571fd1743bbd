internal import Ledger
internal import Store

/// A redemption with what a till's screen says of it.
package struct RedemptionState: Hashable, Sendable {
    package let redemption: Redemption
    package let title: String
    /// Whose credits they were, as a till knows them.
    package let holder: String
    /// The name of the guardian who stood there for them.
    package let guardian: String?
    /// Whether whoever looks took it, and so may take it back.
    package let isMine: Bool
}

/// Asks about one redemption, as the till that took it does.
package struct RedemptionQuery: Query {
    package let redemption: Redemption.ID

    package static let name = "redemption.state"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(redemption) }

    /// A question about one redemption.
    package init(redemption: Redemption.ID) { self.redemption = redemption }

    package func answer(at view: View) throws -> RedemptionState {
        guard let found = try view.tx.redemption(redemption, in: view.here.id),
            let offer = try view.tx.offer(found.offer, in: view.here.id),
            let member = try view.tx.member(found.member, in: view.here.id)
        else { throw AccessRefusal.notFound }
        return RedemptionState(
            redemption: found,
            title: offer.title,
            holder: member.name.asAtTill,
            guardian: try found.guardian.flatMap { try view.name(of: $0)?.asAtTill },
            isMine: found.till == view.actor.person
        )
    }
}

extension View {
    /// What somebody is called here, or where they are no member, anywhere; nil for one erased.
    func name(of person: Person.ID) throws -> String? {
        let name = try tx.member(of: person, in: here.id)?.name ?? tx.person(person)?.name
        return name?.isEmpty ?? true ? nil : name
    }
}
