package import Ledger
internal import Store

/// Lets go of holds that have run out, so that nobody waits for minutes that nobody will use.
package struct ReleaseHolds: Operation {
    /// Accounts of which some hold has run out.
    package let accounts: [Account.ID]

    package static let name = "books.release-holds"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Accounts to look at.
    package init(accounts: [Account.ID]) { self.accounts = accounts }

    package func run(at desk: Desk) throws -> Done {
        for account in accounts where try desk.tx.releaseExpired(of: account, now: desk.now) {
            desk.touch(account)
        }
        return Done()
    }
}

extension Transaction {
    /// Accounts of which some hold has run out, at most so many.
    func accountsWithExpiredHolds(now: Instant, most: Int) throws -> [Account.ID] {
        try all(
            """
            SELECT DISTINCT account FROM hold
            WHERE state = 'open' AND expires_at <= $1 ORDER BY account LIMIT $2
            """,
            now,
            most
        ) { $0.id(0) }
    }
}
