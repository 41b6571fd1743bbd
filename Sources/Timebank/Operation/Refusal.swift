package import Ledger

/// An answer of "no" that a person can understand and act on.
///
/// It says what is wrong in the scheme's own terms, with what one needs to act on it. What it looks
/// like as a status, a page or an exit code is settled at the edge that shows it. In order of
/// precedence: who asks, how they ask, what they ask for, what the ledger allows.
package enum Refusal: Error, Hashable, Sendable {
    case notSignedIn
    case wrongSignIn
    case lockedOut(until: Instant)
    case tooManyRequests(seconds: Int64)
    case tooManyCards(until: Instant)
    case notFound
    case notAllowed
    case outranked
    case rankTooLow
    /// Only a coordinator does this to that person.
    case needsCoordinator
    case codeInvalid
    case weakPassword
    case loginTaken

    case keyMissing
    case keyReused
    case keyRunning
    case invalid(field: String, Flaw)
    case mistypedNumber(field: String)
    /// Who is to be added may be this member; none for whom that is no business.
    case memberAlike(Alike?)
    case slugTaken(field: String)

    case ownHours
    case ownAllocation
    case ownTransfer
    case memberLeft
    case unknownCard
    case unknownMember(field: String)
    case notGuardian
    case offerClosed
    case notSpending
    case opportunityClosed
    case organisationClosed
    case alreadyConfirmed
    case alreadyRefused
    case undoTooLate
    case giftLimit(left: Minutes)
    case overCeiling(ceiling: Minutes)

    case amountOutOfRange(field: String, most: Minutes = Minutes.movable.upperBound)
    case sameAccount
    case wrongWay
    case notReversible
    case alreadyReversed
    case alreadySpent(left: Minutes, needed: Minutes)
    case notEnoughCredits(left: Minutes, needed: Minutes)
    /// The same as a till hears it: who of those that were to come could come.
    case doesNotFit(Party?)
    case moreThanADay(day: Minutes)
    case allocationUsedUp(left: Minutes, needed: Minutes)
    case potEmpty(left: Minutes, needed: Minutes)
    case holdExpired

    /// What is wrong with one field.
    package enum Flaw: Hashable, Sendable {
        case missing
        /// Fewer characters than these.
        case tooShort(least: Int)
        /// More characters than these.
        case tooLong(most: Int)
        /// More things than these.
        case tooMany(most: Int)
        case malformed
        case notWhole
        case outOfRange(ClosedRange<Int64>)
        case amountOutOfRange(ClosedRange<Minutes>)
        case inTheFuture
        /// A day that nobody recalls.
        case tooLongAgo
        case unknown
        case taken
        /// A rule that changes nothing, here or at all.
        case withoutEffect
    }
}

extension Refusal {
    /// The stable code: the last part of a problem's `type`, and what scripts look for.
    package var code: String {
        switch self {
        case .notSignedIn: "not-signed-in"
        case .wrongSignIn: "wrong-sign-in"
        case .lockedOut: "locked-out"
        case .tooManyRequests: "too-many-requests"
        case .tooManyCards: "too-many-cards"
        case .notFound: "not-found"
        case .notAllowed: "not-allowed"
        case .outranked: "outranked"
        case .rankTooLow: "rank-too-low"
        case .needsCoordinator: "needs-coordinator"
        case .codeInvalid: "code-invalid"
        case .weakPassword: "weak-password"
        case .loginTaken: "login-taken"
        case .keyMissing: "key-missing"
        case .keyReused: "key-reused"
        case .keyRunning: "key-running"
        case .invalid: "invalid"
        case .mistypedNumber: "mistyped-number"
        case .memberAlike: "member-alike"
        case .slugTaken: "slug-taken"
        case .ownHours: "own-hours"
        case .ownAllocation: "own-allocation"
        case .ownTransfer: "own-transfer"
        case .memberLeft: "member-left"
        case .unknownCard: "unknown-card"
        case .unknownMember: "unknown-member"
        case .notGuardian: "not-guardian"
        case .offerClosed: "offer-closed"
        case .notSpending: "not-spending"
        case .opportunityClosed: "opportunity-closed"
        case .organisationClosed: "organisation-closed"
        case .alreadyConfirmed: "already-confirmed"
        case .alreadyRefused: "already-refused"
        case .undoTooLate: "undo-too-late"
        case .giftLimit: "gift-limit"
        case .overCeiling: "over-ceiling"
        case .amountOutOfRange: "amount-out-of-range"
        case .sameAccount, .wrongWay, .notReversible, .alreadyReversed: codeOfTransfer
        case .alreadySpent: "already-spent"
        case .notEnoughCredits, .doesNotFit: "not-enough-credits"
        case .moreThanADay: "more-than-a-day"
        case .allocationUsedUp: "allocation-used-up"
        case .potEmpty: "pot-empty"
        case .holdExpired: "hold-expired"
        }
    }

    /// The code of what is wrong with a transfer itself.
    private var codeOfTransfer: String {
        switch self {
        case .sameAccount: "same-account"
        case .wrongWay: "wrong-way"
        case .notReversible: "not-reversible"
        default: "already-reversed"
        }
    }

    /// The field that the refusal is about, where it is about one.
    package var field: String? {
        switch self {
        case .invalid(let field, _), .mistypedNumber(let field), .slugTaken(let field),
            .unknownMember(let field), .amountOutOfRange(let field, _):
            field
        case .notGuardian: "guardian"
        case .moreThanADay: "exception"
        default: nil
        }
    }

    /// What the ledger's refusal means to somebody whose minutes come from `payer`.
    init(_ error: LedgerError, from payer: AccountKind) {
        self =
            switch error {
            case .amountOutOfRange: .amountOutOfRange(field: "minutes")
            case .sameAccount: .sameAccount
            case .unknownAccount: .notFound
            case .wrongWay: .wrongWay
            case .notReversible: .notReversible
            case .alreadyReversed: .alreadyReversed
            case .alreadySpent(let left, let needed): .alreadySpent(left: left, needed: needed)
            case .notEnough(let left, let needed): .short(of: payer, left: left, needed: needed)
            case .holdOver: .holdExpired
            }
    }

    private static func short(of payer: AccountKind, left: Minutes, needed: Minutes) -> Refusal {
        switch payer {
        case .allocation: .allocationUsedUp(left: left, needed: needed)
        case .pot: .potEmpty(left: left, needed: needed)
        default: .notEnoughCredits(left: left, needed: needed)
        }
    }
}
