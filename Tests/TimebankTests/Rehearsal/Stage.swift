internal import Ledger
internal import Store
internal import Support
internal import Timebank

/// A town with many members, on which operations are rehearsed.
struct Stage: Sendable {
    let town: Town
    let clock: TickingClock
    let members: [Member]
    /// What each member shows to prove who they are.
    let credentials: [Credential]
    /// The last row of the journal before the rehearsal.
    let opening: Int64

    var takings: Account { town.cinema.takings }

    /// Runs a rehearsal on a store of its own.
    static func set(
        on backend: Backend,
        _ model: Network.Model,
        policy: Policy,
        members count: Int = 24,
        step: Duration,
        _ body: (Stage) async throws -> Void
    ) async throws {
        let clock = TickingClock(step: step)
        try await withDatabase(on: backend) { database in
            let bank = try await Bank(
                database,
                clock: { clock.tick() },
                dice: Dice { UInt64.random(in: .min ... .max) }
            )
            let town = try await Town.found(bank, database, model: model, policy: policy)
            var members = [town.ada, town.bo]
            for number in 2..<count {
                members.append(
                    try await town.perform(AddMember(name: "Member \(number)"), as: .coordinator)
                )
            }
            let all = members
            try await database.write { tx in
                for member in all.dropFirst(2) { try tx.enter(member) }
            }
            let tokens = all.enumerated().dropFirst(2).map { number, member in
                (digest: Array("member-\(number)".utf8), person: member.id.raw)
            }
            _ = try await bank.perform(GiveTokens(tokens), as: .console)
            let opening = try await database.read { tx in
                try tx.first("SELECT MAX(id) FROM journal", as: { $0.integer(0) }) ?? 0
            }
            let who = all.indices.map { number in
                number < 2
                    ? town.who(number == 0 ? .ada : .bo)
                    : Credential.token(Array("member-\(number)".utf8))
            }
            try await body(
                Stage(
                    town: town,
                    clock: clock,
                    members: all,
                    credentials: who,
                    opening: opening
                )
            )
        }
    }
}

extension Transaction {
    /// Puts a member's person straight into the store.
    fileprivate func enter(_ member: Member) throws {
        let person = member.id.raw
        try run(
            "INSERT INTO person (id, name, language, created_at) VALUES ($1, $2, 'en', 0)",
            person,
            member.name
        )
        try run("UPDATE member SET person = $1 WHERE id = $2", person, member.id)
    }
}
