extension Part {
    /// What there is to enjoy, and paying for it at a till.
    static let spending = Part(
        "spending",
        operations: [
            AddOffer.self, OpenOffer.self, LookUpCard.self, Redeem.self, UndoRedemption.self,
        ],
        queries: [OffersQuery.self, RedemptionQuery.self],
        tables: [.offer, .redemption]
    )
}
