package import Ledger
internal import Store

/// Records a token for a person whose password has just been verified.
package struct IssueToken: Operation {
    /// SHA-256 of the token.
    package let digest: [UInt8]
    package let purpose: TokenPurpose
    /// The hash that the password was compared with; refused if it is no longer theirs.
    let seen: String
    /// The same password hashed with the current cost; nil if its hash is up to date.
    let fresh: String?

    package static let name = "token.issue"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    init(digest: [UInt8], purpose: TokenPurpose, seen: String, fresh: String?) {
        self.digest = digest
        self.purpose = purpose
        self.seen = seen
        self.fresh = fresh
    }

    package func run(at desk: Desk) throws -> TokenIssued {
        guard let person = desk.actor.person else { throw AccessRefusal.notSignedIn }
        if fresh != nil { try desk.changes(.person, person) }
        // The password may have been changed while this one was being hashed.
        let rows = try desk.tx.change(
            "UPDATE person SET password = $1 WHERE id = $2 AND password = $3",
            fresh ?? seen,
            person,
            seen
        )
        guard rows == 1 else { throw SigningInRefusal.wrongSignIn }
        let expires = desk.now + purpose.lasts
        try desk.insertToken(digest, of: person, purpose, from: desk.now, until: expires)
        return TokenIssued(expires: expires)
    }
}

/// The result of issuing a token.
package struct TokenIssued: Outcome {
    package let expires: Instant

    package var made: [Int64] { [expires.microseconds] }

    package static func recall(_ made: [Int64], at view: View) throws -> TokenIssued {
        TokenIssued(expires: Instant(microseconds: made.first ?? 0))
    }
}

/// Revokes a token of the signed-in person.
package struct RevokeToken: Operation {
    /// SHA-256 of the token.
    package let digest: [UInt8]

    package static let name = "token.revoke"
    package static let access: Access = .signedIn
    package var subject: Subject { .installation }

    /// Creates the request to revoke a token.
    package init(digest: [UInt8]) { self.digest = digest }

    package func run(at desk: Desk) throws -> Done {
        try desk.tx.run(
            "DELETE FROM token WHERE digest = $1 AND person = $2",
            digest,
            desk.actor.person
        )
        return Done()
    }
}

extension Desk {
    /// Records a token by its SHA-256.
    package func insertToken(
        _ digest: [UInt8],
        of person: Person.ID,
        _ purpose: TokenPurpose,
        from: Instant,
        until: Instant
    ) throws {
        try mark(.token, of: person.raw, in: 0, digest, purpose.rawValue, from, until)
        try tx.run(
            """
            INSERT INTO token (digest, person, purpose, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            digest,
            person,
            purpose.rawValue,
            from,
            until
        )
    }

}

extension Transaction {
    /// Revokes the tokens of a person, except the one with the digest `kept`.
    func endSignIns(of person: Person.ID, but kept: [UInt8] = []) throws {
        try run("DELETE FROM token WHERE person = $1 AND digest <> $2", person, kept)
    }
}
