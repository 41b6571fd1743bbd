/// What the ledger refuses, in order of precedence: of two faults the earlier one is reported.
public enum LedgerError: Error, Hashable, Sendable {
    /// Not a whole number from 1 to 1,000,000,000.
    case amountOutOfRange(Minutes)
    /// From an account to itself.
    case sameAccount
    /// An account that this network does not have.
    case unknownAccount
    /// Minutes of this kind do not go this way.
    case wrongWay(TransferKind, from: AccountKind, to: AccountKind)
    /// A reversal is not reversed.
    case notReversible
    /// A transfer is reversed once.
    case alreadyReversed
    /// The minutes of a transfer that should be reversed have moved on.
    case alreadySpent(left: Minutes, needed: Minutes)
    /// A debit below the floor.
    case notEnough(available: Minutes, needed: Minutes)
    /// A hold that was posted, released or has run out.
    case holdOver
}
