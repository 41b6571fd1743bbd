internal import Ledger
internal import Store
package import Timebank

/// Inserts tokens that a test makes up, with the marks that the journal has of token rows.
package struct GiveTokens: Timebank.Operation {
    /// A token that never expires.
    package struct Token: Codable, Sendable {
        let digest: [UInt8]
        let person: Int64
    }

    package let tokens: [Token]

    package static let name = "test.tokens"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// - `tokens`: The digest of each token, and the id of its person.
    package init(_ tokens: [(digest: [UInt8], person: Int64)]) {
        self.tokens = tokens.map { Token(digest: $0.digest, person: $0.person) }
    }

    package func run(at desk: Desk) throws -> Done {
        for token in tokens {
            try desk.insertToken(
                token.digest,
                of: ID(raw: token.person),
                .api,
                from: desk.now,
                until: Instant(microseconds: .max)
            )
        }
        return Done()
    }
}

/// Makes a member appear to have joined that many days earlier.
struct Aging: Timebank.Operation {
    let member: Member.ID
    let days: Int64

    static let name = "test.aging"
    static let access: Access = .operator
    var subject: Subject { .network }

    func run(at desk: Desk) throws -> Done {
        try desk.changes(.member, member)
        try desk.tx.run(
            "UPDATE member SET joined_at = joined_at - $1 WHERE id = $2",
            days * 86_400_000_000,
            member
        )
        return Done()
    }
}
