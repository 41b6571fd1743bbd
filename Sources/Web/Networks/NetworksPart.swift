internal import Timebank

extension WebPart {
    /// The pages and API endpoints for networks, their rules, coordinators and funders.
    static let networks = WebPart(
        "Networks",
        calls: [NetworkCalls(), PolicyCalls(), OfficeCalls()],
        journeys: [CoordinatorJourney(), PolicyJourney(), ContactJourney(), TotalsJourney()],
        templates: [.totals],
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
