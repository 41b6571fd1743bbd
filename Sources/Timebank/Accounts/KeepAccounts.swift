internal import Ledger
internal import Store

extension Transaction {
    /// Waits until nobody else changes these accounts, and lets nobody until this is done.
    ///
    /// In the order of their ids, as transfers do, so that two who need several never wait for each
    /// other crosswise.
    func keepAccounts(_ accounts: [Account.ID]) throws {
        for account in Set(accounts).sorted() {
            try run("UPDATE account SET held = held WHERE id = $1", account)
        }
    }
}
