package import Ledger

/// The reason why a field's value is invalid.
package enum Flaw: Hashable, Sendable {
    case missing
    /// The text has fewer characters than `least`.
    case tooShort(least: Int)
    /// The text has more characters than `most`.
    case tooLong(most: Int)
    /// The list has more values than `most`.
    case tooMany(most: Int)
    case malformed
    case notWhole
    case outOfRange(ClosedRange<Int64>)
    case amountOutOfRange(ClosedRange<Minutes>)
    case inTheFuture
    /// The day is too long ago to be recorded as new.
    case tooLongAgo
    case unknown
    case taken
    /// The value would have no effect, in this network or in any, and is refused for that.
    case withoutEffect

    /// Returns the sentence about the flaw, with its limit if there is one.
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
