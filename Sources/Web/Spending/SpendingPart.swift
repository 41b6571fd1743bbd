internal import Timebank

extension WebPart {
    /// What there is to enjoy, and paying for it at a till.
    static let spending = WebPart(
        "Spending",
        calls: [OfferCalls(), TillCalls()],
        journeys: [AtTill()],
        templates: [.till],
        schemas: [
            .one(Offer.self),
            .one(Redemption.self),
            .one(Receipt.self),
            .one(CardHolder.self),
            .stretch(of: Offer.self),
        ]
    )
}
