internal import Ledger

extension LedgerError {
    /// What it means to somebody whose minutes come from `payer`.
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
    /// Too little is left in an account that something comes from.
    static func short(of payer: AccountKind, left: Minutes, needed: Minutes) -> Self {
        switch payer {
        case .allocation: .allocationUsedUp(left: left, needed: needed)
        case .pot: .potEmpty(left: left, needed: needed)
        default: .notEnoughCredits(left: left, needed: needed)
        }
    }
}
