internal import Ledger
package import Timebank

/// The addresses of the pages and forms with which staff work with one member.
extension Address {
    /// Everything that went into a member's wallet or came out of it, newest first.
    package static let history = member / "history"

    /// The next page of a member's history, from the cursor `after` on.
    package static func history(_ network: Slug, _ member: Member.ID, after: Int64) -> Href {
        history(network, member).asking(["after": Crockford.encode(after)])
    }

    /// The target of the form that enters hours for the member.
    package static let personHours = member / "hours"

    /// The target of the button that makes a new card.
    package static let newCard = member / "new-card"

    /// The form that changes one of the member's details, and the target of all changes.
    package static let changeMember = member / "change"

    /// The form that changes the detail in this field.
    package static func changeMember(
        _ network: Slug,
        _ member: Member.ID,
        _ field: FieldName
    ) -> Href {
        changeMember(network, member).asking(["what": field.text])
    }

    /// The page that says what erasing the member means, with the button that does it.
    package static let eraseMember = member / "erase"

    /// Who acts for the member, with the forms to add and to end that.
    package static let guardians = member / "guardians"

    /// The member's roles, with the forms to give and to end them.
    package static let roles = member / "roles"

    /// The form that gives the member something from the shared pot.
    package static let grantFromPot = member / "pot"
}
