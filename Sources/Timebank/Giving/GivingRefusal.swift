package import Ledger

/// Refusals of gifts.
package enum GivingRefusal: Refusal {
    case giftLimit(left: Minutes)

    package static let samples: [Self] = [
        .giftLimit(left: .hours(1))
    ]

    package var code: String {
        switch self {
        case .giftLimit: "gift-limit"
        }
    }

    package var kind: RefusalKind {
        .impossible
    }

    package var field: FieldName? { Give.Fields.minutes.name }

    package var facts: [RefusalFact] {
        switch self {
        case .giftLimit(let left): [.shown("left", .minutes(left))]
        }
    }
}
