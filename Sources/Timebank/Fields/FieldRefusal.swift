package import Ledger

/// Refusals of the value of one field.
package enum FieldRefusal: Refusal {
    case invalid(field: FieldName, Flaw)
    case amountOutOfRange(field: FieldName, most: Minutes = Minutes.movable.upperBound)

    package static let samples: [Self] = [
        .invalid(field: "title", .missing), .amountOutOfRange(field: "title", most: .hours(1)),
    ]

    package var code: String {
        switch self {
        case .invalid: "invalid"
        case .amountOutOfRange: "amount-out-of-range"
        }
    }

    package var kind: RefusalKind {
        .invalid
    }

    package var field: FieldName? {
        switch self {
        case .invalid(let field, _), .amountOutOfRange(let field, _): field
        }
    }

    package var facts: [RefusalFact] {
        switch self {
        // A field without a label is called by its name in the API.
        case .invalid(let field, let flaw):
            [
                .said("field", field.label.map { .text($0) } ?? .word(field.text)),
                .said("flaw", flaw.fact),
            ]
        case .amountOutOfRange(_, let most): [.said("most", .minutes(most))]
        }
    }
}
