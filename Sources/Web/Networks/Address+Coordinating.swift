package import Ledger
package import Timebank

/// The addresses of coordinators and funders, and the lists that members read too.
extension Address {
    /// Where coordinators begin.
    package static let coordinate = network / "coordinate"

    /// What each organisation has left to give.
    package static let allocations = network / "allocations"

    /// Every transfer, newest first.
    package static let transfers = network / "transfers"

    /// Those that a search finds, from an id on.
    package static func transfers(_ network: Slug, search: String, after: Int64?) -> Href {
        transfers(network).asking(["q": search, "after": after.map { Crockford.encode($0) }])
    }

    /// One transfer, and the form that reverses it.
    package static let transfer = transfers / Transfer.ID.self

    /// Where that form is sent.
    package static let reversal = transfer / "reversal"

    /// The members.
    package static let people = network / "people"

    /// Those that a search finds, from an id on.
    package static func people(_ network: Slug, search: String, after: Int64?) -> Href {
        people(network).asking(["q": search, "after": after.map { Crockford.encode($0) }])
    }

    /// The form for a new member.
    package static let addMember = people / "add"

    /// One member.
    package static let member = people / Member.ID.self

    /// Where a code to hand over is asked for; the answer shows it once.
    package static let code = member / "code"

    /// Where a relative of a member is noted, and taken back.
    package static let relatives = member / "relatives"

    /// Whom to ask for help, as a coordinator writes it.
    package static let contact = network / "contact"

    /// The rules of the network.
    package static let rules = network / "rules"

    /// What there is to enjoy.
    package static let offers = network / "offers"

    /// The form for a new offer.
    package static let addOffer = offers / "add"

    /// What there is to do.
    package static let opportunities = network / "opportunities"

    /// The form for a new opportunity.
    package static let addOpportunity = opportunities / "add"

    /// What funders see: totals, and nobody's name.
    package static let totals = network / "totals"
}
