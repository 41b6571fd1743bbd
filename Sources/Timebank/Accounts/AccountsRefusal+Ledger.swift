internal import Ledger

extension LedgerError {
    /// Returns the refusal for this error, where the minutes come from an account of kind `payer`.
    func refusal(from payer: AccountKind) -> any Refusal {
        switch self {
        case .amountOutOfRange: FieldRefusal.amountOutOfRange(field: Transfer.Fields.minutes.name)
        case .sameAccount: AccountsRefusal.sameAccount
        case .unknownAccount: AccessRefusal.notFound
        case .wrongWay: AccountsRefusal.wrongWay
        case .notReversible: AccountsRefusal.notReversible
        case .alreadyReversed: AccountsRefusal.alreadyReversed
        case .alreadySpent(let left, let needed):
            AccountsRefusal.alreadySpent(left: left, needed: needed)
        case .notEnough(let left, let needed):
            AccountsRefusal.short(of: payer, left: left, needed: needed)
        case .holdOver: AccountsRefusal.holdExpired
        }
    }
}

extension AccountsRefusal {
    /// Returns the refusal for too few minutes in an account, which depends on the account's kind.
    static func short(of payer: AccountKind, left: Minutes, needed: Minutes) -> Self {
        switch payer {
        case .allocation: .allocationUsedUp(left: left, needed: needed)
        case .pot: .potEmpty(left: left, needed: needed)
        default: .notEnoughCredits(left: left, needed: needed)
        }
    }
}
