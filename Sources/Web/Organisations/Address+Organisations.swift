internal import Ledger
package import Timebank

/// The addresses of an organisation's staff, and of the till.
extension Address {
    /// The organisations of the network.
    package static let organisations = network / "organisations"

    /// The form for a new organisation.
    package static let addOrganisation = organisations / "add"

    /// Where the staff of an organisation begin.
    package static let organisation = organisations / Organisation.ID.self

    /// An organisation's name, and whether it takes part.
    package static let changeOrganisation = organisation / "change"

    /// The form for a grant to an organisation.
    package static let grant = organisation / "grant"

    /// The hours that wait to be confirmed, and where the ticked ones are sent.
    package static let confirm = organisation / "confirm"

    /// Hours for one person or many.
    package static let enterHours = organisation / "enter"

    /// What an organisation has on the list, and where one thing is taken off it or put back.
    package static let shelf = organisation / "list"

    /// Who works at an organisation.
    package static let staff = organisation / "staff"

    /// The form for a role at an organisation.
    package static let addStaff = staff / "add"

    /// Somebody who works there, and the form that takes their role away.
    package static let staffMember = staff / Person.ID.self

    /// One claim, looked at closely.
    package static let hours = network / "hours" / Hours.ID.self

    /// Where one claim is confirmed, with other minutes if need be.
    package static let confirmHours = hours / "confirm"

    /// Where one claim is refused, with a reason.
    package static let refuseHours = hours / "refuse"

    /// The field for a card, and where what is accepted is sent.
    package static let till = network / "till" / Organisation.ID.self

    /// Where a card is sent: a form and not a link, because cards do not belong into logs.
    package static let tillCard = till / "card"

    /// What was accepted, with its undo.
    package static let accepted = till / "accepted" / Redemption.ID.self

    /// Where the undo is sent.
    package static let undo = accepted / "undo"
}
