internal import Timebank

extension WebPart {
    /// The pages and API endpoints for opportunities and for hours given.
    static let earning = WebPart(
        "Earning",
        heading: "Hours",
        calls: [HoursCalls(), ConfirmingCalls(), OpportunityCalls()],
        journeys: [ClaimJourney(), ConfirmJourney(), EnterHoursJourney()],
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
