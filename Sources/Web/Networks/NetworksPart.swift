internal import Timebank

extension WebPart {
    /// The pages and API endpoints for networks, their rules, coordinators and funders.
    static let networks = WebPart(
        "Networks",
        calls: [NetworkCalls(), PolicyCalls(), OfficeCalls()],
        journeys: [
            CoordinatorJourney(), PolicyJourney(), ContactJourney(), TotalsJourney(),
            VisibilityJourney(), SearchEngineJourney(),
        ],
        templates: [.totals],
        destinations: [
            Destination(.coordinator, 1, CommonText.navigationToday, Address.coordinate),
            Destination(
                .coordinator,
                4,
                CommonText.navigationInsight,
                Address.totals,
                covering: [Address.transfers]
            ),
            Destination(
                .coordinator,
                5,
                CommonText.navigationSettings,
                Address.rules,
                covering: [Address.contact, Address.visibility]
            ),
            Destination(.funder, 1, CommonText.navigationTotals, Address.totals),
            Destination(.operator, 4, CommonText.navigationTotals, Address.totals),
        ],
        schemas: [
            .one(Network.self),
            .one(Policy.self),
            .one(PolicyState.self),
            .one(OfficeHolder.self),
            .one(ShownContact.self),
            .stretch(of: PolicyState.self),
            .stretch(of: OfficeHolder.self),
        ]
    )
}
