internal import Timebank

extension WebPart {
    /// What there is to do, and the hours that were given.
    static let earning = WebPart(
        "Earning",
        calls: [HoursCalls(), ConfirmingCalls(), OpportunityCalls()],
        journeys: [Claiming(), Confirming(), Entering()],
        schemas: [
            NamedSchema("Opportunity", .object(Opportunity.members)),
            NamedSchema("Hours", .object(Hours.members)),
            NamedSchema("WaitingHours", .object(WaitingHours.members)),
            NamedSchema("Confirmation", .object(Confirmation.members)),
            NamedSchema("Confirmations", .object(Confirmations.members)),
            .list("OpportunityList", of: "Opportunity"),
            .list("HoursList", of: "Hours"),
            .list("WaitingHoursList", of: "WaitingHours"),
        ]
    )
}
