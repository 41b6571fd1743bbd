internal import Timebank

extension WebPart {
    /// The pages and API endpoints for opportunities and for hours given.
    static let earning = WebPart(
        "Earning",
        heading: "Hours",
        calls: [HoursCalls(), ConfirmingCalls(), OpportunityCalls()],
        journeys: [
            ClaimJourney(), ConfirmJourney(), EnterHoursJourney(), OpportunitiesJourney(),
        ],
        templates: [.confirm],
        destinations: [
            Destination(
                .member,
                2,
                CommonText.navigationDo,
                Address.opportunities,
                covering: [Address.claim, Address.network / "claimed"]
            ),
            Destination(.operator, 2, CommonText.navigationDo, Address.opportunities),
            Destination(.visitor, 1, CommonText.navigationDo, Address.opportunities),
            Destination(
                at: 3,
                CommonText.navigationHelpers,
                Address.confirm,
                covering: [Address.enterHours],
                where: { $0.earns && $0.role != .till }
            ),
        ],
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
