extension Routes {
    static let opportunities = network + "/opportunities"
    static let opportunity = opportunities + "/{opportunity}"
    static let enteredHours = opportunity + "/hours"
    static let hours = network + "/hours"
    static let confirmation = hours + "/{hours}/confirmation"
    static let refusal = hours + "/{hours}/refusal"
    static let waitingHours = organisation + "/hours"
    static let confirmations = organisation + "/confirmations"
    static let memberHours = member + "/hours"
}
