internal import Timebank

extension WebPart {
    /// The pages and API endpoints for offers and for paying with credits at a till.
    static let spending = WebPart(
        "Spending",
        calls: [OfferCalls(), TillCalls(), StatementCalls()],
        journeys: [TillJourney(), OffersJourney(), StatementJourney()],
        templates: [.till, .tillButton, .statement],
        destinations: [
            Destination(.member, 3, CommonText.navigationEnjoy, Address.offers),
            Destination(.operator, 3, CommonText.navigationEnjoy, Address.offers),
            Destination(.visitor, 2, CommonText.navigationEnjoy, Address.offers),
            Destination(
                at: 2,
                CommonText.navigationTill,
                Address.till,
                where: { $0.hasTill }
            ),
        ],
        schemas: [
            .one(Offer.self),
            .one(Redemption.self),
            .one(Receipt.self),
            .one(CardHolder.self),
            .one(MonthStatement.self),
            .stretch(of: Offer.self),
        ]
    )
}
