package import Ledger

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

    /// What it says of a field, with the limit where there is one.
    var fact: Fact {
        switch self {
        case .missing: .text(CommonText.flawMissing)
        case .tooShort(let least): .text(CommonText.flawTooShort, ["least": .number(Int64(least))])
        case .tooLong(let most): .text(CommonText.flawTooLong, ["most": .number(Int64(most))])
        case .tooMany(let most): .text(CommonText.flawTooMany, ["most": .number(Int64(most))])
        case .malformed: .text(CommonText.flawMalformed)
        case .notWhole: .text(CommonText.flawNotWhole)
        case .outOfRange(let range):
            .text(
                CommonText.flawOutOfRange,
                ["least": .number(range.lowerBound), "most": .number(range.upperBound)]
            )
        case .amountOutOfRange(let range):
            .text(
                CommonText.flawOutOfRange,
                ["least": .minutes(range.lowerBound), "most": .minutes(range.upperBound)]
            )
        case .inTheFuture: .text(CommonText.flawInTheFuture)
        case .tooLongAgo: .text(CommonText.flawTooLongAgo)
        case .unknown: .text(CommonText.flawUnknown)
        case .taken: .text(CommonText.flawTaken)
        case .withoutEffect: .text(CommonText.flawWithoutEffect)
        }
    }
}
