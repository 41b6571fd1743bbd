package import Ledger
internal import Store

/// Somebody who signs in, to as many networks as they belong to.
package struct Person: Hashable, Sendable {
    package typealias ID = Ledger.ID<Person>

    package let id: ID
    /// The e-mail address they sign in with, folded; none for those who use a membership number.
    package let login: String?
    package let name: String
    package let language: String
}

/// What somebody is to a whole network.
package enum Office: String, CaseIterable, Codable, Sendable {
    case coordinator
    /// Sees totals and nobody.
    case funder
}

extension Transaction {
    /// The person with this id.
    package func person(_ id: Person.ID) throws -> Person? {
        try first("SELECT id, login, name, language FROM person WHERE id = $1", id) {
            Person(id: $0.id(0), login: $0.textIfAny(1), name: $0.text(2), language: $0.text(3))
        }
    }
}

extension Desk {
    /// Records a person who can sign in once they have a password.
    ///
    /// - Throws: ``SigningInRefusal/loginTaken`` for an address that somebody signs in with.
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

    /// An e-mail address as it is compared: trimmed, lower case.
    static func folded(_ login: String) -> String { foldedLogin(login) }
}

/// An e-mail address as it is compared: as it is recorded, without blanks around it, in lower case.
package func foldedLogin(_ login: String) -> String { login.written.trimmed.lowercased() }
