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
                let subjects = row.text(2).split(separator: " ").map {
                    Crockford.decode(String($0))
                }
                // Marks are no ids; before the first stands the id of what it is of once more.
                let end = subjects.firstIndex(of: nil).map { $0 - 1 } ?? subjects.count
                return (
                    row.idIfAny(0), row.idIfAny(1), subjects[..<end].compactMap(\.self)
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
        _ = try await bank.perform(
            Aging(member: member.id, days: days),
            in: slug,
            as: .console
        )
    }
}
