package import Ledger
package import Timebank

/// The addresses of a member's own hours.
extension Address {
    /// The hours of somebody for whom a guardian acts.
    package static let ward = network / "wards" / Member.ID.self

    /// What moved on an account, newest first.
    package static let statement = network / "accounts" / Account.ID.self

    /// The same from an id on.
    package static func statement(_ network: Slug, _ account: Account.ID, after: Int64) -> Href {
        statement(network, account).asking(["after": Crockford.encode(after)])
    }

    /// The form for hours that a member gave.
    package static let claim = network / "claim"

    /// The same for a ward.
    package static func claim(_ network: Slug, for member: Member.ID?) -> Href {
        claim(network).asking(["for": member?.description])
    }

    /// The same with what it was filled in.
    package static func claim(_ network: Slug, at opportunity: Opportunity.ID) -> Href {
        claim(network).asking(["at": opportunity.description])
    }

    /// What a claim left.
    package static let claimed = network / "claimed" / Hours.ID.self

    /// The form for a gift, and where the checked answers are sent.
    package static let give = network / "give"

    /// The same from a ward's account.
    package static func give(_ network: Slug, from account: Account.ID?) -> Href {
        give(network).asking(["from": account?.description])
    }

    /// Where that form is sent to be checked.
    package static let giveCheck = give / "check"

    /// What a gift left.
    package static let given = network / "given" / Transfer.ID.self
}
