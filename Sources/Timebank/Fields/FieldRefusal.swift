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
                .said("field", Self.label(of: field).map { .text($0) } ?? .word(field.text)),
                .said("flaw", flaw.fact),
            ]
        case .amountOutOfRange(_, let most): [.said("most", .minutes(most))]
        }
    }
}

extension FieldRefusal {
    /// What people call a field that operations name in their refusals.
    private static func label(of field: FieldName) -> (any Text)? {
        if let label = field.label { return label }
        return switch field.text {
        case "date": CommonText.fieldDate
        case "minutes", "hours", "unit": CommonText.fieldMinutes
        case "note": CommonText.lineNote
        case "number": PeopleText.fieldNumber
        case "memo": CommonText.lineMemo
        case "card": PeopleText.fieldCard
        case "reason": CommonText.fieldReason
        case "name", "title": CommonText.fieldName
        case "details": CommonText.fieldAbout
        case "place": CommonText.fieldPlace
        case "organisation": OrganisationsText.fieldOrganisation
        case "opportunity": EarningText.fieldOpportunity
        case "offer": SpendingText.fieldOffer
        case "adult": SpendingText.fieldAdultPrice
        case "child": SpendingText.fieldChildPrice
        case "adults": SpendingText.fieldAdults
        case "children": SpendingText.fieldChildren
        case "to": CommonText.fieldTo
        case "from": CommonText.fieldFrom
        case "members", "member": PeopleText.fieldMembers
        default: nil
        }
    }
}
