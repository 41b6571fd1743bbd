internal import Ledger
internal import Store

// The only passwords of the demo, drawn when it is made.
extension DemoTown {
    /// Sets a password for each person of the cast.
    ///
    /// - Returns: The sign-ins to print.
    func giveSignIns(_ cost: PasswordCost) throws -> [DemoSignIn] {
        let seat = desk.seat(as: .console, at: desk.now, in: network)
        var signIns = try staff.printed.map { part, person in
            try seat.signIn(part.role, person, login: part.login, name: part.name, cost)
        }
        for (index, name) in DemoCast.members.enumerated() {
            guard let member = people[index].member else { continue }
            signIns.append(
                try seat.signIn(
                    "member",
                    try login(of: member, at: seat),
                    login: people[index].email ?? member.number,
                    name: name,
                    cost
                )
            )
        }
        try seat.writeMarks()
        return signIns
    }

    /// The person as whom a member of the cast signs in; created for a member who has only a card.
    private func login(of member: Member, at seat: Desk) throws -> Person.ID {
        if let person = member.person { return person }
        let person = try seat.newPerson(
            name: member.name,
            login: nil,
            language: member.language
        )
        try seat.tx.run("UPDATE member SET person = $1 WHERE id = $2", person.id, member.id)
        return person.id
    }
}

extension Desk {
    /// Sets a random password for a person, and records that it belongs to a demo.
    fileprivate func signIn(
        _ role: String,
        _ person: Person.ID,
        login: String,
        name: String,
        _ cost: PasswordCost
    ) throws -> DemoSignIn {
        var dice = dice
        let password = Self.password(&dice)
        let hash = try PasswordHash(of: password, salt: dice.bytes(16), cost: cost)
        try changes(.person, person)
        try tx.run(
            "UPDATE person SET password = $1, password_at = $2 WHERE id = $3",
            hash.description,
            now,
            person
        )
        try tx.run("INSERT INTO demo_sign_in (person) VALUES ($1)", person)
        return DemoSignIn(role: role, login: login, password: password, name: name)
    }

    /// A password of three groups of four letters and digits that are easy to type: 60 random bits.
    private static func password(_ dice: inout Dice) -> String {
        let letters = (0..<12).map { _ in
            Crockford.symbols.utf8Start[Int.random(in: 0..<32, using: &dice)]
        }
        let text = String(decoding: letters, as: UTF8.self).lowercased()
        return [text.prefix(4), text.dropFirst(4).prefix(4), text.suffix(4)]
            .joined(separator: "-")
    }
}

/// Returns whether somebody can sign in with a password that a demo printed.
///
/// A server that can be reached from elsewhere does not start in that case.
package struct HasDemoSignIns: Query {
    package static let name = "demo.sign-ins"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Creates the query.
    package init() {}

    package func answer(at view: View) throws -> Bool {
        try view.tx.first(
            """
            SELECT 1 FROM demo_sign_in d JOIN person p ON p.id = d.person
            WHERE p.password IS NOT NULL LIMIT 1
            """,
            as: { _ in true }
        ) ?? false
    }
}
