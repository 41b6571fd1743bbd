package import Ledger
package import Timebank

/// The addresses of the pages for coordinators and funders, and of lists that members read too.
extension Address {
    /// The coordinator's start page.
    package static let coordinate = network / "coordinate"

    /// The organisations with the minutes that each may still issue.
    package static let allocations = network / "allocations"

    /// The list of all transfers, newest first.
    package static let transfers = network / "transfers"

    /// One transfer, with the form that reverses it.
    package static let transfer = transfers / Transfer.ID.self

    /// The target of the form that reverses a transfer.
    package static let reversal = transfer / "reversal"

    /// The list of members.
    package static let people = network / "people"

    /// The members that a search finds, from the cursor `after` on.
    package static func people(_ network: Slug, search: String, after: Int64?) -> Href {
        people(network).asking(["q": search, "after": after.map { Crockford.encode($0) }])
    }

    /// The form for a new member.
    package static let addMember = people / "add"

    /// One member.
    package static let member = people / Member.ID.self

    /// The target of the form that makes a set-up code; the response shows the code once.
    package static let code = member / "code"

    /// The target of the forms that declare a member's relative, and undo that.
    package static let relatives = member / "relatives"

    /// The form in which a coordinator writes whom to ask for help.
    package static let contact = network / "contact"

    /// The rules of the network's currency.
    package static let rules = network / "rules"

    /// The form in which a coordinator decides whether visitors may read what there is.
    package static let visibility = network / "visibility"

    /// The list of offers.
    package static let offers = network / "offers"

    /// One offer.
    package static let offer = offers / Offer.ID.self

    /// The form that changes an offer.
    package static let editOffer = offer / "edit"

    /// The target of the form that takes an offer off the list or puts it back.
    package static let openOffer = offer / "list"

    /// The form for a new offer.
    package static let addOffer = offers / "add"

    /// The list of opportunities.
    package static let opportunities = network / "opportunities"

    /// One opportunity.
    package static let opportunity = opportunities / Opportunity.ID.self

    /// The form that changes an opportunity.
    package static let editOpportunity = opportunity / "edit"

    /// The target of the form that takes an opportunity off the list or puts it back.
    package static let openOpportunity = opportunity / "list"

    /// The form for a new opportunity.
    package static let addOpportunity = opportunities / "add"

    /// The report for funders: totals without names.
    package static let totals = network / "totals"
}
