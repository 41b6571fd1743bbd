package import Ledger

/// The refusals of ledger operations, in terms that the people concerned understand.
package enum AccountsRefusal: Refusal {
    case sameAccount
    case wrongWay
    case notEnoughCredits(left: Minutes, needed: Minutes)
    case allocationUsedUp(left: Minutes, needed: Minutes)
    case potEmpty(left: Minutes, needed: Minutes)
    case overCeiling(ceiling: Minutes)
    case holdExpired
    case ownTransfer
    case notReversible
    case alreadyReversed
    case alreadySpent(left: Minutes, needed: Minutes)

    package static let samples: [Self] = [
        .sameAccount, .wrongWay, .notEnoughCredits(left: .hours(1), needed: .hours(1)),
        .allocationUsedUp(left: .hours(1), needed: .hours(1)),
        .potEmpty(left: .hours(1), needed: .hours(1)), .overCeiling(ceiling: .hours(1)),
        .holdExpired, .ownTransfer, .notReversible, .alreadyReversed,
        .alreadySpent(left: .hours(1), needed: .hours(1)),
    ]

    package var code: String {
        switch self {
        case .sameAccount: "same-account"
        case .wrongWay: "wrong-way"
        case .notEnoughCredits: "not-enough-credits"
        case .allocationUsedUp: "allocation-used-up"
        case .potEmpty: "pot-empty"
        case .overCeiling: "over-ceiling"
        case .holdExpired: "hold-expired"
        case .ownTransfer: "own-transfer"
        case .notReversible: "not-reversible"
        case .alreadyReversed: "already-reversed"
        case .alreadySpent: "already-spent"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .sameAccount, .wrongWay, .notEnoughCredits, .allocationUsedUp, .potEmpty, .overCeiling,
            .holdExpired, .notReversible, .alreadySpent:
            .impossible
        case .ownTransfer: .forbidden
        case .alreadyReversed: .conflict
        }
    }

    package var field: FieldName? {
        switch self {
        case .sameAccount: Transfer.Fields.to.name
        case .notEnoughCredits, .allocationUsedUp, .potEmpty, .overCeiling:
            Transfer.Fields.minutes.name
        default: nil
        }
    }

    package var facts: [RefusalFact] {
        switch self {
        case .notEnoughCredits(let left, let needed), .allocationUsedUp(let left, let needed),
            .potEmpty(let left, let needed), .alreadySpent(let left, let needed):
            [.shown("left", .minutes(left)), .shown("needed", .minutes(needed))]
        case .overCeiling(let ceiling): [.shown("ceiling", .minutes(ceiling))]
        default: []
        }
    }
}
