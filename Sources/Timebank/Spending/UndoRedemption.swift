package import Ledger
internal import Store

/// Undoes a redemption, by the person who accepted it and within ten minutes.
package struct UndoRedemption: Operation {
    package let redemption: Redemption.ID

    package static let name = "redemption.undo"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(redemption) }

    /// Creates the request to undo a redemption.
    package init(redemption: Redemption.ID) { self.redemption = redemption }

    package func run(at desk: Desk) throws -> Transfer {
        guard let taken = try desk.tx.redemption(redemption, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        guard taken.till == desk.actor.person else { throw AccessRefusal.notAllowed }
        guard desk.now <= taken.at + Redemption.undoable else { throw SpendingRefusal.undoTooLate }
        guard taken.undoneBy == nil,
            let paid = try desk.tx.transfer(taken.transfer, in: desk.here.id)
        else { throw AccountsRefusal.alreadyReversed }
        desk.touch(redemption)
        return try desk.reverse(paid, reason: "undone at the till")
    }
}
