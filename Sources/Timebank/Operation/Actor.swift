internal import Ledger
internal import Store

/// What a request presents to prove who makes it.
package enum Credential: Sendable, Hashable {
    /// No credential: a visitor who has not signed in.
    case nobody
    /// The SHA-256 digest of an API bearer token or of a page's session token.
    case token([UInt8])
    /// A person whose password has just been verified; only ``SignIn`` creates this case.
    case proven(Person.ID)
    /// The command line, which has access to the store's own files and acts as the operator.
    case console
}

/// Who makes a request, as read from the store in the same transaction.
package struct Actor: Sendable, Hashable {
    /// The person; nil for a visitor and for the command line.
    package let person: Person.ID?
    package let isOperator: Bool

    /// A visitor who has not signed in.
    package static let nobody = Actor(person: nil, isOperator: false)
    /// The command line, which has an operator's permissions.
    package static let console = Actor(person: nil, isOperator: true)
}

extension Transaction {
    /// Returns the actor that a credential identifies.
    ///
    /// - Throws: ``AccessRefusal/notSignedIn`` for an unknown or expired token.
    func actor(_ credential: Credential, now: Instant) throws -> Actor {
        switch credential {
        case .nobody: return .nobody
        case .proven(let person):
            let isOperator = try first(
                "SELECT 1 FROM operator WHERE person = $1",
                person,
                as: { _ in true }
            )
            return Actor(person: person, isOperator: isOperator ?? false)
        case .console: return .console
        case .token(let digest):
            let found = try first(
                """
                SELECT t.person, o.person
                FROM token t LEFT JOIN operator o ON o.person = t.person
                WHERE t.digest = $1 AND t.expires_at > $2
                """,
                digest,
                now
            ) { Actor(person: $0.id(0), isOperator: !$0.isNull(1)) }
            guard let found else { throw AccessRefusal.notSignedIn }
            return found
        }
    }
}
