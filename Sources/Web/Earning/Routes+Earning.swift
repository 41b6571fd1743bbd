internal import Timebank

extension Routes {
    static let opportunities = network / "opportunities"
    static let opportunity = opportunities / Opportunity.ID.self
    static let enteredHours = opportunity / "hours"
    static let hours = network / "hours"
    static let confirmation = hours / Hours.ID.self / "confirmation"
    static let refusal = hours / Hours.ID.self / "refusal"
    static let waitingHours = organisation / "hours"
    static let confirmations = organisation / "confirmations"
    static let memberHours = member / "hours"
}
