package import Ledger
internal import Store

/// A redemption with what a till's screen says of it.
package struct RedemptionState: Hashable, Sendable {
    package let redemption: Redemption
    package let title: String
    /// What it left on the card.
    package let left: Minutes
    /// Whether whoever looks took it, and so may take it back.
    package let isMine: Bool
}

/// Asks about one redemption, as the till that took it does.
package struct RedemptionQuery: Query {
    package let redemption: Redemption.ID

    package static let name = "redemption.state"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .redemption(redemption) }

    /// A question about one redemption.
    package init(redemption: Redemption.ID) { self.redemption = redemption }

    package func answer(at view: View) throws -> RedemptionState {
        guard let found = try view.tx.redemption(redemption, in: view.here.id),
            let offer = try view.tx.offer(found.offer, in: view.here.id),
            let paid = try view.tx.transfer(found.transfer, in: view.here.id)
        else { throw Refusal.notFound }
        return RedemptionState(
            redemption: found,
            title: offer.title,
            left: paid.fromLink.balance ?? .zero,
            isMine: found.till == view.actor.person
        )
    }
}
