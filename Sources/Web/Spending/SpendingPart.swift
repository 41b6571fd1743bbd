internal import Timebank

extension WebPart {
    /// The pages and API endpoints for offers and for paying with credits at a till.
    static let spending = WebPart(
        "Spending",
        calls: [OfferCalls(), TillCalls()],
        journeys: [TillJourney()],
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
