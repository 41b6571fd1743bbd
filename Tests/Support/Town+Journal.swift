internal import Ledger
internal import Store
package import Timebank

extension Town {
    /// Returns the newest journal row of an operation: its actor, on whose behalf, and its
    /// subjects.
    ///
    /// It is `nil` if the town has no such row. The marks at the end of the subjects are left out.
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
                // Marks are not decoded as ids. The id before the first mark names the marked row
                // and is left out too.
                let end = subjects.firstIndex(of: nil).map { $0 - 1 } ?? subjects.count
                return (
                    row.idIfAny(0), row.idIfAny(1), subjects[..<end].compactMap(\.self)
                )
            }
        }
    }

    /// Returns the person who has this role in the town.
    package func person(_ role: Role) async throws -> Person.ID {
        try await bank.ask(MeQuery(), as: who(role)).person.id
    }

    /// Makes a member appear to have joined that many days earlier.
    package func age(_ member: Member, days: Int64) async throws {
        _ = try await bank.perform(
            Aging(member: member.id, days: days),
            in: slug,
            as: .console
        )
    }
}
