package import Ledger
package import Timebank

/// The addresses of a member's own pages.
extension Address {
    /// The home page of a ward, for their guardian.
    package static let ward = network / "wards" / Member.ID.self

    /// The statement of an account, newest transfer first.
    package static let statement = network / "accounts" / Account.ID.self

    /// The next page of a statement, from the cursor `after` on.
    package static func statement(_ network: Slug, _ account: Account.ID, after: Int64) -> Href {
        statement(network, account).asking(["after": Crockford.encode(after)])
    }

    /// The form for claiming hours.
    package static let claim = network / "claim"

    /// The same form for the ward `member`, or for the viewer when it is `nil`.
    package static func claim(_ network: Slug, for member: Member.ID?) -> Href {
        claim(network).asking(["for": member?.description])
    }

    /// The same form with an opportunity preselected.
    package static func claim(_ network: Slug, at opportunity: Opportunity.ID) -> Href {
        claim(network).asking(["at": opportunity.description])
    }

    /// The confirmation page of a claim.
    package static let claimed = network / "claimed" / Hours.ID.self

    /// The form for a gift, and the target of the checked answers.
    package static let give = network / "give"

    /// The same form for a gift from a ward's account, or from the viewer's when it is `nil`.
    package static func give(_ network: Slug, from account: Account.ID?) -> Href {
        give(network).asking(["from": account?.description])
    }

    /// The target of that form: a page that shows the answers to be checked.
    package static let giveCheck = give / "check"

    /// The confirmation page of a gift.
    package static let given = network / "given" / Transfer.ID.self
}
