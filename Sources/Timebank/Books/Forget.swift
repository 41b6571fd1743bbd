internal import Ledger
internal import Store

/// Forgets requests' keys that are older than they need be remembered.
package struct ForgetRequests: Operation {
    package let requests: [Name]

    package static let name = "books.forget-requests"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// What a remembered request is known by.
    package struct Name: Codable, Hashable, Sendable {
        package let key: String
        package let person: Int64
        package let network: Int64
    }

    /// Requests to forget, if they are old.
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

/// Forgets sign-ins, codes and failed attempts that have run out.
package struct ForgetSignIns: Operation {
    package static let name = "books.forget-sign-ins"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    private static let most = 500

    /// A turn at forgetting, a few hundred at a time.
    package init() {}

    package func run(at desk: Desk) throws -> Done {
        // A code is kept for a day longer, so that whoever brings it is told that it has run out.
        let yesterday = desk.now - .seconds(86_400)
        try desk.tx.run(
            """
            DELETE FROM token WHERE digest IN (
                SELECT digest FROM token WHERE expires_at <= $1 ORDER BY digest LIMIT $2)
            """,
            desk.now,
            Self.most
        )
        try desk.tx.run(
            """
            DELETE FROM code WHERE digest IN (
                SELECT digest FROM code WHERE expires_at <= $1 ORDER BY digest LIMIT $2)
            """,
            yesterday,
            Self.most
        )
        try desk.tx.run(
            """
            DELETE FROM attempt WHERE subject IN (
                SELECT subject FROM attempt WHERE until <= $1 AND since <= $2
                ORDER BY subject LIMIT $3)
            """,
            desk.now,
            yesterday,
            Self.most
        )
        return Done()
    }
}

extension Transaction {
    /// Requests that need not be remembered any longer, at most so many.
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

    /// Whether any sign-in has run out.
    func hasOldSignIns(now: Instant) throws -> Bool {
        try first(
            """
            SELECT 1 FROM token WHERE expires_at <= $1
            UNION ALL SELECT 1 FROM code WHERE expires_at <= $2
            UNION ALL SELECT 1 FROM attempt WHERE until <= $1 AND since <= $2
            LIMIT 1
            """,
            now,
            now - .seconds(86_400),
            as: { _ in true }
        ) ?? false
    }
}
