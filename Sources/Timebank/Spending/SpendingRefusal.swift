package import Ledger

/// Refusals at a till.
package enum SpendingRefusal: Refusal {
    case unknownCard
    case tooManyCards(until: Instant)
    case offerClosed
    case notSpending
    /// The credits are not enough; the value is that of ``Fit/tooLittle(_:)``.
    ///
    /// A till gets this in place of ``AccountsRefusal/notEnoughCredits(left:needed:)``, which would
    /// reveal the balance.
    case doesNotFit(Party?)
    case undoTooLate
    /// The price of an offer that is off the list cannot be changed.
    case priceOfClosed

    package static let samples: [Self] = [
        .unknownCard, .tooManyCards(until: Instant(microseconds: 0)), .offerClosed, .notSpending,
        .doesNotFit(Party(adults: 1, children: 0)),
        .undoTooLate, .priceOfClosed,
    ]

    package var code: String {
        switch self {
        case .unknownCard: "unknown-card"
        case .tooManyCards: "too-many-cards"
        case .offerClosed: "offer-closed"
        case .notSpending: "not-spending"
        case .doesNotFit: "not-enough-credits"
        case .undoTooLate: "undo-too-late"
        case .priceOfClosed: "price-of-closed"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownCard, .offerClosed, .notSpending, .doesNotFit, .undoTooLate,
            .priceOfClosed:
            .impossible
        case .tooManyCards: .tooOften
        }
    }

    package var field: FieldName? {
        switch self {
        case .unknownCard, .tooManyCards: Redemption.Fields.card.name
        case .offerClosed: Redemption.Fields.offer.name
        case .doesNotFit: Redemption.Fields.adults.name
        case .priceOfClosed: Offer.Fields.adult.name
        case .notSpending, .undoTooLate: nil
        }
    }

    package var facts: [RefusalFact] {
        switch self {
        case .doesNotFit(let party?):
            [
                .shown("adults", .number(Int64(party.adults))),
                .shown("children", .number(Int64(party.children))),
            ]
        default: []
        }
    }

    package var wait: RefusalWait? {
        switch self {
        case .tooManyCards(let until): .until(until)
        default: nil
        }
    }
}
