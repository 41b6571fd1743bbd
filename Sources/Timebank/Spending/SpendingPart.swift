extension Part {
    /// Offers, and redemptions at tills.
    static let spending = Part(
        "Spending",
        operations: [
            AddOffer.self, EditOffer.self, OpenListed<Offer>.self, LookUpCard.self, Redeem.self,
            UndoRedemption.self,
        ],
        queries: [
            ListedQuery<Offer>.self, ListedItemQuery<Offer>.self, RedemptionQuery.self,
            EnoughForQuery.self, MonthStatementQuery.self,
        ],
        tables: [.offer, .redemption],
        files: [.offers, .redemptions],
        texts: [SpendingText.self],
        refusals: [SpendingRefusal.self]
    )
}
