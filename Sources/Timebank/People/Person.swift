package import Ledger
internal import Store

/// A person, with one sign-in for all networks that they belong to.
package struct Person: Hashable, Sendable {
    package typealias ID = Ledger.ID<Person>

    package let id: ID
    /// The e-mail address used to sign in, folded; nil for a person who uses a membership number.
    package let login: String?
    package let name: String
    package let language: String
}

/// A role for a whole network.
package enum Office: String, CaseIterable, Codable, Sendable {
    case coordinator
    /// Sees totals only, and no individual member.
    case funder
}

extension Transaction {
    /// The person with this id; nil if there is none.
    package func person(_ id: Person.ID) throws -> Person? {
        try first("SELECT id, login, name, language FROM person WHERE id = $1", id) {
            Person(id: $0.id(0), login: $0.textIfAny(1), name: $0.text(2), language: $0.text(3))
        }
    }
}

extension Desk {
    /// Records a person, who can sign in once they have a password.
    ///
    /// - Throws: ``SigningInRefusal/loginTaken`` if another person signs in with the address.
    func newPerson(name: String, login: String?, language: String) throws -> Person {
        let person = Person(
            id: newID(),
            login: login.map(Self.folded),
            name: name,
            language: language
        )
        let rows = try tx.change(
            """
            INSERT INTO person (id, login, name, language, created_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (login) DO NOTHING
            """,
            person.id,
            person.login,
            person.name,
            person.language,
            now
        )
        guard rows == 1 else { throw SigningInRefusal.loginTaken }
        if login != nil { try makes(.person, person.id) }
        return person
    }

    /// Folds an e-mail address for comparison; see ``foldedLogin(_:)``.
    static func folded(_ login: String) -> String { foldedLogin(login) }
}

/// Folds an e-mail address for comparison: normalised, trimmed and in lower case.
package func foldedLogin(_ login: String) -> String { login.written.trimmed.lowercased() }
