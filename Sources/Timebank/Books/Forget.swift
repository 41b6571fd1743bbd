internal import Ledger
internal import Store

/// Deletes idempotency keys that are older than ``Bank/keyLasts``.
package struct ForgetRequests: Operation {
    package let requests: [Name]

    package static let name = "books.forget-requests"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// The primary key of a remembered request.
    package struct Name: Codable, Hashable, Sendable {
        package let key: String
        package let person: Int64
        package let network: Int64
    }

    /// Creates a deletion of these requests; any that is not old enough stays.
    package init(requests: [Name]) { self.requests = requests }

    package func run(at desk: Desk) throws -> Done {
        for request in requests {
            try desk.tx.run(
                """
                DELETE FROM request
                WHERE key = $1 AND person = $2 AND network = $3 AND at <= $4
                """,
                request.key,
                request.person,
                request.network,
                desk.now.microseconds - Bank.keyLasts
            )
        }
        return Done()
    }
}

extension Transaction {
    /// Returns at most `most` requests that are old enough to delete.
    func oldRequests(now: Instant, most: Int) throws -> [ForgetRequests.Name] {
        try all(
            "SELECT key, person, network FROM request WHERE at <= $1 LIMIT $2",
            now.microseconds - Bank.keyLasts,
            most
        ) {
            ForgetRequests.Name(
                key: $0.text(0),
                person: $0.integer(1),
                network: $0.integer(2)
            )
        }
    }
}
