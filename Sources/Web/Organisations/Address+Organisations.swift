package import Ledger
package import Timebank

/// The addresses of the pages for an organisation's staff, including the till.
extension Address {
    /// The list of the network's organisations.
    package static let organisations = network / "organisations"

    /// The form for a new organisation.
    package static let addOrganisation = organisations / "add"

    /// The start page for the staff of an organisation.
    package static let organisation = organisations / Organisation.ID.self

    /// The forms to rename an organisation, close it or open it again.
    package static let changeOrganisation = organisation / "change"

    /// The form that increases an organisation's allocation.
    package static let grant = organisation / "grant"

    /// The claims that wait for confirmation, and the target of the form that confirms the ticked
    /// ones.
    package static let confirm = organisation / "confirm"

    /// The form in which staff enter hours for one member or several.
    package static let enterHours = organisation / "enter"

    /// An organisation's opportunities and offers, and the target of the forms that list or unlist
    /// one.
    package static let shelf = organisation / "list"

    /// What an organisation took in and gave out, month by month.
    package static let months = organisation / "months"

    /// The statement of an organisation's takings in one month.
    package static let statementOfMonth = months / Month.self

    /// The same as a CSV file.
    package static let fileOfMonth = statementOfMonth / "csv"

    /// The staff of an organisation.
    package static let staff = organisation / "staff"

    /// The form that gives a member a role at an organisation.
    package static let addStaff = staff / "add"

    /// One person on the staff, with the form that ends their role.
    package static let staffMember = staff / Person.ID.self

    /// One claim of hours.
    package static let hours = network / "hours" / Hours.ID.self

    /// The target of the form that confirms one claim, possibly with other minutes.
    package static let confirmHours = hours / "confirm"

    /// The target of the form that refuses one claim, with a reason.
    package static let refuseHours = hours / "refuse"

    /// The till, and the target of its form.
    ///
    /// The form uses POST, so that card codes are not part of an address and do not get into logs.
    package static let till = network / "till" / Organisation.ID.self

    /// The address of one redemption at the till that accepted it.
    package static let accepted = till / "accepted" / Redemption.ID.self

    /// The target of the form that undoes a redemption.
    package static let undo = accepted / "undo"
}
