extension Part {
    /// Opportunities to earn credits, and the hours that members gave.
    static let earning = Part(
        "Earning",
        operations: [
            AddOpportunity.self, EditOpportunity.self, OpenListed<Opportunity>.self,
            ClaimHours.self, EnterHours.self, ConfirmHours.self, ConfirmMany.self, RefuseHours.self,
        ],
        queries: [
            ListedQuery<Opportunity>.self, ListedItemQuery<Opportunity>.self, HoursQuery.self,
            MyHoursQuery.self,
            WaitingHoursQuery.self, UnpaidHoursQuery.self, RegularsQuery.self,
        ],
        tables: [.opportunity, .hours],
        files: [.opportunities, .hours],
        texts: [EarningText.self],
        refusals: [EarningRefusal.self]
    )
}
