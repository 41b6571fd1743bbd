internal import Ledger

extension Routes {
    static let account = network / "accounts" / Account.ID.self
    static let statement = account / "transfers"
    static let transfers = network / "transfers"
    static let reversal = transfers / Transfer.ID.self / "reversal"
    static let grants = network / "grants"
}
