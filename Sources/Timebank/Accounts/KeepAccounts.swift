internal import Ledger
internal import Store

extension Transaction {
    /// Locks the rows of these accounts until the transaction ends.
    ///
    /// They are locked in ascending order of id, as transfers do it, so that two transactions that
    /// need several accounts never deadlock.
    func lockAccounts(_ accounts: [Account.ID]) throws {
        for account in Set(accounts).sorted() {
            try run("UPDATE account SET held = held WHERE id = $1", account)
        }
    }
}
