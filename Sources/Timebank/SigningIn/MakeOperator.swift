internal import Ledger
internal import Store

/// Makes a person an operator, and a code with which they choose a password.
///
/// Only the command line may do this, since it requires rights to the store's files. For an
/// existing operator it replaces a forgotten password.
package struct MakeOperator: Operation {
    package let login: String
    package let title: String

    package static let name = "operator.make"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Creates the request; `title` is the name of a person who is not recorded yet.
    package init(login: String, title: String) {
        self.login = login
        self.title = title
    }

    package func run(at desk: Desk) throws -> HandedCode {
        guard desk.actor == .console else { throw AccessRefusal.notAllowed }
        guard let login = try Fields.login.checked(unlessBlank: login) else {
            throw Fields.login.refusal(.missing)
        }
        try desk.tx.alone(on: lockName("login", login))
        let person =
            try desk.tx.lock(of: .email(login))?.person
            ?? desk.newPerson(
                name: Fields.name.checked(title),
                login: login,
                language: "en"
            ).id
        try desk.tx.run(
            "INSERT INTO operator (person, since) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            person,
            desk.now
        )
        try desk.tx.alone(on: person.raw)
        desk.touch(person)
        return try desk.handOverCode(person: person, member: nil)
    }
}
