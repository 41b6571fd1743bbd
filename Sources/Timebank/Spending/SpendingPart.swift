extension Part {
    /// Offers, and redemptions at tills.
    static let spending = Part(
        "Spending",
        operations: [
            AddOffer.self, EditOffer.self, OpenListed<Offer>.self, LookUpCard.self, Redeem.self,
            UndoRedemption.self, ShowWhatIsLeft.self,
        ],
        queries: [
            ListedQuery<Offer>.self, ListedItemQuery<Offer>.self, TillQuery.self,
            EnoughForQuery.self, MonthStatementQuery.self,
        ],
        tables: [.offer, .redemption],
        files: [.offers, .redemptions],
        texts: [SpendingText.self],
        refusals: [SpendingRefusal.self]
    )
}
