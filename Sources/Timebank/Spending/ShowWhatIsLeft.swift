package import Ledger
internal import Store

/// Shows what a member has left, at the till that has just accepted their credits.
///
/// A till does not see what members have. It may show this when the member asks: for the redemption
/// that it accepted, until ten minutes later, and so often as ``CardRateLimit`` allows. It is an
/// operation and not a query because each is counted and recorded in the journal with the member.
package struct ShowWhatIsLeft: Operation {
    package let redemption: Redemption.ID

    package static let name = "redemption.left"
    package static let access: Access = .staff(.till)
    package var subject: Subject { .owned(redemption) }

    /// Creates the request after a redemption.
    package init(redemption: Redemption.ID) { self.redemption = redemption }

    package func run(at desk: Desk) throws -> WhatIsLeft {
        guard let taken = try desk.tx.redemption(redemption, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        guard let till = desk.actor.person, taken.till == till else {
            throw AccessRefusal.notAllowed
        }
        guard taken.undoneBy == nil, desk.now <= taken.at + Redemption.undoable else {
            throw SpendingRefusal.leftTooLate
        }
        let watch = CardRateLimit(till: till, organisation: taken.organisation, now: desk.now)
        if let slowed = try desk.tx.count(.left, watch, in: desk.here.id) { throw slowed }
        desk.touch(taken.member)
        return try WhatIsLeft.recall([redemption.raw], at: desk.view)
    }
}

/// What a member has left, as a till shows it to them.
package struct WhatIsLeft: Outcome, Hashable {
    package let redemption: Redemption.ID
    /// What the member can spend now.
    package let minutes: Minutes

    package var made: [Int64] { [redemption.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> WhatIsLeft {
        guard let id = made.first,
            let taken = try view.tx.redemption(Redemption.ID(raw: id), in: view.here.id),
            let member = try view.tx.member(taken.member, in: view.here.id)
        else { throw AccessRefusal.notFound }
        let purse = try view.tx.purse(of: member.wallet.id, in: view.here.id)
        return WhatIsLeft(redemption: taken.id, minutes: purse?.spendable ?? .zero)
    }
}
