internal import Timebank

extension WebPart {
    /// What there is to do, and the hours that were given.
    static let earning = WebPart(
        "Earning",
        heading: "Hours",
        calls: [HoursCalls(), ConfirmingCalls(), OpportunityCalls()],
        journeys: [Claiming(), Confirming(), Entering()],
        templates: [.confirm],
        schemas: [
            .one(Opportunity.self),
            .one(Hours.self),
            .one(WaitingHours.self),
            .one(Confirmation.self),
            .one(Confirmations.self),
            .stretch(of: Opportunity.self),
            .stretch(of: Hours.self),
            .stretch(of: WaitingHours.self),
        ]
    )
}
