package import Ledger

/// Refusals at a till.
package enum SpendingRefusal: Refusal {
    case unknownCard
    /// The text is the address of a card of another network.
    case cardOfAnotherNetwork
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
    /// What is left is shown only after a redemption, to the person who accepted it.
    case leftTooLate

    package static let samples: [Self] = [
        .unknownCard, .cardOfAnotherNetwork, .tooManyCards(until: Instant(microseconds: 0)),
        .offerClosed, .notSpending,
        .doesNotFit(Party(adults: 1, children: 0)),
        .undoTooLate, .priceOfClosed, .leftTooLate,
    ]

    package var code: String {
        switch self {
        case .unknownCard: "unknown-card"
        case .cardOfAnotherNetwork: "card-of-another-network"
        case .tooManyCards: "too-many-cards"
        case .offerClosed: "offer-closed"
        case .notSpending: "not-spending"
        case .doesNotFit: "not-enough-credits"
        case .undoTooLate: "undo-too-late"
        case .priceOfClosed: "price-of-closed"
        case .leftTooLate: "left-too-late"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownCard, .cardOfAnotherNetwork, .offerClosed, .notSpending, .doesNotFit,
            .undoTooLate, .priceOfClosed, .leftTooLate:
            .impossible
        case .tooManyCards: .tooOften
        }
    }

    package var field: FieldName? {
        switch self {
        case .unknownCard, .cardOfAnotherNetwork, .tooManyCards: Redemption.Fields.card.name
        case .offerClosed: Redemption.Fields.offer.name
        case .doesNotFit: Redemption.Fields.adults.name
        case .priceOfClosed: Offer.Fields.adult.name
        case .notSpending, .undoTooLate, .leftTooLate: nil
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
