package import Ledger
internal import Store

/// A preview of a gift: who would get it, and what would be left.
package struct GiftPreview: Hashable, Sendable {
    /// The name of the member who would get it; nil for the pot.
    package let receiver: String?
    /// The balance that would be left in the giver's wallet.
    package let left: Minutes
}

/// Returns a preview of a gift, so that the giver can check it first.
///
/// It throws most of the refusals that ``Give`` would, but does not check a newcomer's limit of
/// gifts or the policy's ceiling.
package struct GiftPreviewQuery: Query {
    package let from: AccountName
    package let to: AccountName
    package let minutes: Minutes

    package static let name = "wallet.plan"
    package static let access: Access = Give.access
    package var subject: Subject { .owned(from) }

    /// Creates a query for a gift.
    package init(from: AccountName, to: AccountName, minutes: Minutes) {
        self.from = from
        self.to = to
        self.minutes = minutes
    }

    package func answer(at view: View) throws -> GiftPreview {
        _ = try Give.Fields.minutes.checked(minutes)
        let network = try view.here
        guard let payer = try view.account(from),
            let purse = try view.tx.purse(of: payer.account.id, in: network.id)
        else { throw AccessRefusal.notFound }
        guard let payee = try view.account(to) else {
            if case .member(let number) = to, number.looksMistyped {
                throw PeopleRefusal.mistypedNumber(field: Give.Fields.to.name)
            }
            throw PeopleRefusal.unknownMember(field: Give.Fields.to.name)
        }
        guard payee.account.id != payer.account.id else { throw AccountsRefusal.sameAccount }
        guard minutes <= purse.spendable else {
            throw AccountsRefusal.notEnoughCredits(left: purse.spendable, needed: minutes)
        }
        guard payee.kind == .wallet else {
            return GiftPreview(receiver: nil, left: purse.balance - minutes)
        }
        guard let member = try view.tx.member(Member.ID(raw: payee.holder), in: network.id) else {
            throw PeopleRefusal.unknownMember(field: Give.Fields.to.name)
        }
        try member.requirePresent(as: Give.Fields.to.name)
        return GiftPreview(receiver: member.name, left: purse.balance - minutes)
    }
}
