internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Timebank

extension Refusal {
    /// The status that an answer with this refusal has; a new refusal does not compile without.
    var status: HTTPResponse.Status {
        switch self {
        case .keyMissing, .invalid, .amountOutOfRange:
            .badRequest
        case .notSignedIn, .wrongSignIn:
            .unauthorized
        case .notAllowed, .outranked, .rankTooLow, .needsCoordinator, .ownHours, .ownAllocation,
            .ownTransfer:
            .forbidden
        case .notFound:
            .notFound
        case .keyRunning, .memberAlike, .slugTaken, .loginTaken, .alreadyConfirmed, .alreadyRefused,
            .alreadyReversed:
            .conflict
        case .keyReused, .codeInvalid, .weakPassword, .mistypedNumber, .memberLeft, .unknownCard,
            .unknownMember, .notGuardian, .offerClosed, .notSpending, .opportunityClosed,
            .organisationClosed,
            .undoTooLate, .giftLimit, .overCeiling, .sameAccount, .wrongWay, .notReversible,
            .alreadySpent, .moreThanADay, .doesNotFit,
            .notEnoughCredits, .allocationUsedUp, .potEmpty, .holdExpired:
            .unprocessableContent
        case .lockedOut, .tooManyRequests, .tooManyCards:
            .tooManyRequests
        }
    }

    /// Whom or what the refusal is about, as a problem's members are called.
    var things: [(name: StaticString, text: String)] {
        guard case .memberAlike(let alike?) = self else { return [] }
        return [
            ("member", alike.member.description), ("name", alike.name),
            ("number", alike.number),
        ]
    }

    /// The numbers that the refusal stands on, as a problem's members are called.
    var facts: [(name: StaticString, number: Int64)] {
        switch self {
        case .giftLimit(let left): [("left", left.count)]
        case .overCeiling(let ceiling): [("ceiling", ceiling.count)]
        case .alreadySpent(let left, let needed), .notEnoughCredits(let left, let needed),
            .allocationUsedUp(let left, let needed), .potEmpty(let left, let needed):
            [("left", left.count), ("needed", needed.count)]
        case .doesNotFit(let part?):
            [("adults", Int64(part.adults)), ("children", Int64(part.children))]
        case .moreThanADay(let day): [("day", day.count)]
        default: []
        }
    }
}
