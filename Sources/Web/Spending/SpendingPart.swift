internal import Timebank

extension WebPart {
    /// What there is to enjoy, and paying for it at a till.
    static let spending = WebPart(
        "Spending",
        calls: [OfferCalls(), TillCalls()],
        journeys: [AtTill()],
        schemas: [
            NamedSchema("Offer", .object(Offer.members)),
            NamedSchema("Redemption", .object(Redemption.members)),
            NamedSchema("Receipt", .object(Receipt.members)),
            NamedSchema("CardHolder", .object(CardHolder.members)),
            .list("OfferList", of: "Offer"),
        ]
    )
}
