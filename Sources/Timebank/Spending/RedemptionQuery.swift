internal import Ledger
internal import Store

/// A redemption as the screen of a till shows it.
package struct RedemptionState: Hashable, Sendable {
    package let redemption: Redemption
    package let title: String
    /// The member's name, as a till sees it.
    package let holder: String
    /// The name of the guardian who presented the card; nil if the member did, or if it was erased.
    package let guardian: String?
    /// Whether the reader accepted it, and so may undo it.
    package let isMine: Bool
}

/// Returns one redemption, for staff at a till.
package struct RedemptionQuery: Query {
    package let redemption: Redemption.ID

    package static let name = "redemption.state"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(redemption) }

    /// Creates a query for one redemption.
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
    /// A person's name as a member of this network, or else their own name; nil if it was erased.
    func name(of person: Person.ID) throws -> String? {
        let name = try tx.member(of: person, in: here.id)?.name ?? tx.person(person)?.name
        return name?.isEmpty ?? true ? nil : name
    }
}
