package import Ledger

/// Refusals about opportunities and hours that members give.
package enum EarningRefusal: Refusal {
    case ownHours
    case opportunityClosed
    case alreadyConfirmed
    case alreadyRefused
    case moreThanADay(day: Minutes)

    package static let samples: [Self] = [
        .ownHours, .opportunityClosed, .alreadyConfirmed, .alreadyRefused,
        .moreThanADay(day: .hours(1)),
    ]

    package var code: String {
        switch self {
        case .ownHours: "own-hours"
        case .opportunityClosed: "opportunity-closed"
        case .alreadyConfirmed: "already-confirmed"
        case .alreadyRefused: "already-refused"
        case .moreThanADay: "more-than-a-day"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .ownHours: .forbidden
        case .opportunityClosed, .moreThanADay: .impossible
        case .alreadyConfirmed, .alreadyRefused: .conflict
        }
    }

    package var field: FieldName? {
        switch self {
        case .ownHours: Hours.Fields.members.name
        case .opportunityClosed: Hours.Fields.opportunity.name
        case .moreThanADay: Hours.Fields.exception.name
        default: nil
        }
    }

    package var facts: [RefusalFact] {
        switch self {
        case .moreThanADay(let day): [.shown("day", .minutes(day))]
        default: []
        }
    }
}
