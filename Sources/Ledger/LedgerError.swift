/// Why the ledger refuses something.
///
/// Where several apply, the first in this order is reported.
public enum LedgerError: Error, Hashable, Sendable {
    /// Not from 1 to 1,000,000,000.
    case amountOutOfRange(Minutes)
    /// Payer and payee are the same account.
    case sameAccount
    /// The network has no such account.
    case unknownAccount
    /// A transfer of this kind cannot go between accounts of these kinds.
    case wrongWay(TransferKind, from: AccountKind, to: AccountKind)
    /// The transfer is itself a reversal.
    case notReversible
    /// The transfer was reversed before.
    case alreadyReversed
    /// The payee of the transfer no longer has the minutes that a reversal needs.
    case alreadySpent(left: Minutes, needed: Minutes)
    /// The payer's account would go below its floor.
    case notEnough(available: Minutes, needed: Minutes)
    /// The hold was posted or released, or has expired.
    case holdOver
}
