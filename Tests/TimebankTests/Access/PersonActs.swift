import Ledger
import Store
import Support

@testable import Timebank

/// Every act on a person, tried by everybody on everybody: what came of it.
struct PersonActs {
    /// Who tries: the columns.
    static let actors: [Onlooker] = [
        .member, .guardian, .till, .worker, .lead, .otherLead, .funder, .coordinator, .neighbour,
        .operator, .console,
    ]

    /// A line of a table.
    struct Line {
        let target: Target
        let verdicts: [(actor: Onlooker, verdict: Verdict)]
        /// What came of the person doing it to themselves; nil for who never signed in.
        let own: Verdict?
    }

    private(set) var tables: [(act: PersonAct, lines: [Line])] = []

    /// How many were tried.
    var count: Int {
        tables.reduce(0) { sum, table in
            sum + table.lines.reduce(0) { $0 + $1.verdicts.count + ($1.own == nil ? 0 : 1) }
        }
    }

    /// Tries everything in one network, with a neighbour from another.
    init(here: Hamlet, there: Hamlet) async throws {
        var people: [(Target, Member)] = []
        for target in Target.allCases {
            people.append((target, try await target.settle(in: here, beyond: there)))
        }
        try await Self.appointGuardian(of: people.map(\.1), in: here)
        try await Self.leave(here.town.school, .lead, .worker, in: here.town)
        for act in PersonAct.allCases {
            var lines: [Line] = []
            for (target, member) in people {
                lines.append(try await Self.line(act, target, member, here, there))
            }
            tables.append((act, lines))
        }
    }

    private static func line(
        _ act: PersonAct,
        _ target: Target,
        _ member: Member,
        _ here: Hamlet,
        _ there: Hamlet
    ) async throws -> Line {
        let trial = trial(act, on: .id(member.id))
        func attempt(_ who: Credential) async throws -> Verdict {
            try await trial.attempt(here.town.slug, here, who)
        }
        var verdicts: [(Onlooker, Verdict)] = []
        for actor in actors {
            let who = actor == .neighbour ? there.who(.coordinator) : here.who(actor)
            verdicts.append((actor, try await attempt(who)))
        }
        let own = target.signsIn ? try await attempt(.token(target.digest(in: here.town))) : nil
        return Line(target: target, verdicts: verdicts, own: own)
    }

    /// The guardian of the tables acts for everybody.
    private static func appointGuardian(of wards: [Member], in hamlet: Hamlet) async throws {
        let (network, guardian) = (hamlet.town.network.id, hamlet.guardian)
        try await hamlet.town.database.write { tx in
            for ward in wards {
                try tx.run(
                    "INSERT INTO guardian (network, guardian, ward, since) VALUES ($1, $2, $3, 0)",
                    network,
                    guardian,
                    ward.id
                )
            }
        }
    }

    /// Lead and worker are staff here and nowhere else.
    private static func leave(
        _ place: Organisation,
        _ roles: Town.Role...,
        in town: Town
    ) async throws {
        for role in roles {
            let person = try await town.person(role)
            try await town.database.write { tx in
                try tx.run(
                    "DELETE FROM staff WHERE organisation = $1 AND person = $2",
                    place.id,
                    person
                )
            }
        }
    }

    static func trial(_ act: PersonAct, on member: MemberName) -> Trial {
        switch act {
        case .code: .change("hands over a code") { _ in HandOverCode(member: member) }
        case .contact:
            .change("changes how they are reached") { _ in EditMember(member: member, phone: "1") }
        case .card: .change("gives them a new card") { _ in NewCard(member: member) }
        case .edit:
            .change("changes their name") { _ in EditMember(member: member, title: "Other") }
        case .guardian:
            .change("lets somebody act for them") { AddGuardian(ward: member, guardian: $0.ada) }
        case .erase: .change("erases them") { _ in EraseMember(member: member) }
        case .appoint:
            .change("makes them a till here") {
                AppointStaff(organisation: $0.hall.id, member: member, role: .till)
            }
        }
    }
}

extension PersonActs {
    /// The tables as people read them.
    var text: String {
        tables.map { table in
            let titles = Self.actors.map(\.title) + ["self"]
            let head = [
                "### \(Self.trial(table.act, on: .id(Member.ID(raw: 1))).words)", "",
                "| on | " + titles.joined(separator: " | ") + " |",
                "| --- |" + titles.map { _ in " --- |" }.joined(),
            ]
            let rows = table.lines.map { line in
                let cells = line.verdicts.map(\.verdict.cell) + [line.own?.cell ?? ""]
                return "| \(line.target.words) | " + cells.joined(separator: " | ") + " |"
            }
            return (head + rows).joined(separator: "\n")
        }
        .joined(separator: "\n\n")
    }
}
