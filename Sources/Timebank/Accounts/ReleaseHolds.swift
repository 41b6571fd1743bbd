package import Ledger
internal import Store

/// Releases expired holds, so that unused minutes do not stay reserved.
package struct ReleaseHolds: Operation {
    /// The accounts with expired holds.
    package let accounts: [Account.ID]

    package static let name = "books.release-holds"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Creates a release of the expired holds of these accounts.
    package init(accounts: [Account.ID]) { self.accounts = accounts }

    package func run(at desk: Desk) throws -> Done {
        for account in accounts where try desk.tx.releaseExpired(of: account, now: desk.now) {
            desk.touch(account)
        }
        return Done()
    }
}

extension Transaction {
    /// Returns the ids of at most `most` accounts with an expired hold, in ascending order.
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
