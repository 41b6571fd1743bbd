internal import Ledger
internal import Store

/// Makes somebody an operator, with a code to choose a password with.
///
/// Only whoever has rights on the store's files may, so only the command line does it. For
/// somebody who is an operator already it is the way back to a forgotten password.
package struct MakeOperator: Operation {
    package let login: String
    package let title: String

    package static let name = "operator.make"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// An operator to make; `title` is what somebody new is called.
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
