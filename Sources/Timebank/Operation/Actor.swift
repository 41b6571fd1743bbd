internal import Ledger
internal import Store

/// What somebody shows to prove who they are.
package enum Credential: Sendable, Hashable {
    /// Nothing.
    case nobody
    /// SHA-256 of a bearer token or of a page's sign-in.
    case token([UInt8])
    /// A password, just compared; only ``SignIn`` makes this one.
    case proven(Person.ID)
    /// Rights on the store's own files: whoever runs the server, at its command line.
    case console
}

/// Who acts, as the store knows them now.
package struct Actor: Sendable, Hashable {
    /// The person, unless nobody is signed in or the command line acts.
    package let person: Person.ID?
    package let isOperator: Bool

    /// Nobody in particular.
    package static let nobody = Actor(person: nil, isOperator: false)
    /// Whoever has rights on the files of the store.
    package static let console = Actor(person: nil, isOperator: true)
}

extension Transaction {
    /// Who shows this credential.
    ///
    /// - Throws: ``AccessRefusal/notSignedIn`` for a token that is unknown or has run out.
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
