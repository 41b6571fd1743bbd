internal import Ledger
internal import Store
package import Timebank

extension Town {
    /// What the journal says of the last operation of this name: who did it, and for whom.
    package func journal(
        _ operation: String
    ) async throws -> (actor: Person.ID?, behalf: Member.ID?, subjects: [Int64])? {
        let network = network
        return try await database.read { tx in
            try tx.first(
                """
                SELECT actor, behalf, subjects FROM journal
                WHERE operation = $1 AND network = $2 ORDER BY id DESC LIMIT 1
                """,
                operation,
                network.id
            ) { row in
                let subjects = row.text(2).split(separator: " ")
                return (
                    row.idIfAny(0), row.idIfAny(1),
                    subjects.compactMap { Crockford.decode(String($0)) }
                )
            }
        }
    }

    /// The person who has a role here.
    package func person(_ role: Role) async throws -> Person.ID {
        try await bank.ask(MeQuery(), as: who(role)).person.id
    }

    /// Days pass, as far as the store can tell of somebody: they joined so much earlier.
    package func age(_ member: Member, days: Int64) async throws {
        try await database.write { tx in
            try tx.run(
                "UPDATE member SET joined_at = joined_at - $1 WHERE id = $2",
                days * 86_400_000_000,
                member.id
            )
        }
    }
}
