package import Ledger

/// Refusals of what one field holds.
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
        // What people never see on a page has the name that it has in the API.
        case .invalid(let field, let flaw):
            [
                .said("field", field.label.map { .text($0) } ?? .word(field.text)),
                .said("flaw", flaw.fact),
            ]
        case .amountOutOfRange(_, let most): [.said("most", .minutes(most))]
        }
    }
}
