import Ledger
import Store
import Support
import Testing

@testable import Timebank

/// Somebody of a hamlet on whom an act is tried: the rows of the tables of acts on persons.
///
/// *Here* is the hall, where the lead, the worker and the till of the table are; *elsewhere* is
/// the school of the same network, and *another network* is the neighbour's.
enum Target: String, CaseIterable {
    case newHere, newElsewhere, newByCoordinator, paper, signedIn, saver
    case tillNew, workerNew, tillOwn, tillBoth, tillElsewhere, workerElsewhere, leadHere
    case guardian, funder, coordinator, member2, saver2, coordinator2, `operator`

    /// Who it is, for whoever reads the table.
    var words: String {
        switch self {
        case .newHere: "brought in here, never signed in, no credits"
        case .newElsewhere: "brought in elsewhere, never signed in, no credits"
        case .newByCoordinator: "brought in by a coordinator, never signed in, no credits"
        case .paper: "brought in here, never signed in, has credits"
        case .signedIn: "brought in here, signs in, no credits"
        case .saver: "brought in here, signs in, has credits"
        case .tillNew: "till here, never signed in, no credits"
        case .workerNew: "worker here, never signed in, no credits"
        case .tillOwn: "till here, signs in"
        case .tillBoth: "till here and elsewhere, never signed in"
        case .tillElsewhere: "brought in here, till elsewhere, never signed in"
        case .workerElsewhere: "worker elsewhere, signs in"
        case .leadHere: "another lead here, never signed in"
        case .guardian: "brought in here, guardian of a member, never signed in"
        case .funder: "brought in here, funder, never signed in"
        case .coordinator: "coordinator of this network"
        case .member2: "brought in here, member of another network too, signs in"
        case .saver2: "brought in here, has credits in another network, signs in"
        case .coordinator2: "brought in here, coordinator of another network"
        case .operator: "brought in here, operator"
        }
    }

    /// Whether the hall brought them in.
    var isBroughtHere: Bool {
        switch self {
        case .newElsewhere, .newByCoordinator, .tillNew, .workerNew, .tillOwn, .tillBoth,
            .workerElsewhere, .leadHere, .coordinator:
            false
        default: true
        }
    }

    var signsIn: Bool {
        switch self {
        case .signedIn, .saver, .tillOwn, .workerElsewhere, .coordinator, .member2, .saver2,
            .coordinator2, .operator:
            true
        default: false
        }
    }

    /// Whether they have credits in this network.
    var hasCredits: Bool { self == .paper || self == .saver }

    /// What they do at the hall.
    var here: StaffRole? {
        switch self {
        case .tillNew, .tillOwn, .tillBoth: .till
        case .workerNew: .worker
        case .leadHere: .lead
        default: nil
        }
    }

    /// What they do at the school.
    var elsewhere: StaffRole? {
        switch self {
        case .tillBoth, .tillElsewhere: .till
        case .workerElsewhere: .worker
        default: nil
        }
    }

    /// What they are to the whole network.
    var office: Office? {
        switch self {
        case .funder: .funder
        case .coordinator: .coordinator
        default: nil
        }
    }

    /// Whether they belong to the neighbour's network.
    var isBeyond: Bool { [.member2, .saver2, .coordinator2].contains(self) }
}

extension Target {
    /// Makes the person in the hamlet, with what they are in the neighbour's.
    func settle(in hamlet: Hamlet, beyond: Hamlet) async throws -> Member {
        let (town, hall) = (hamlet.town, hamlet.hall)
        let place = self == .newElsewhere ? town.school.id : isBroughtHere ? hall.id : nil
        let member = try await town.made(
            AddMember(name: "Target \(rawValue)", organisation: place)
        )
        let name = MemberName.id(member.id)
        for (role, at) in [(here, hall), (elsewhere, town.school)] {
            if let role {
                _ = try await town.made(
                    AppointStaff(organisation: at.id, member: name, role: role)
                )
            }
        }
        if let office { _ = try await town.made(Appoint(member: name, office: office)) }
        if self == .guardian {
            let ward = try await town.made(AddMember(name: "Ward"))
            try await town.made(AddGuardian(ward: .id(ward.id), guardian: name))
        }
        if hasCredits { try await town.earn(60, member) }
        if signsIn { try await enter(member, town, beyond.town) }
        return try #require(
            try await town.database.read { try $0.member(member.id, in: town.network.id) }
        )
    }

    /// Signs the person in, and makes them what they are beyond the network.
    private func enter(_ member: Member, _ town: Town, _ beyond: Town) async throws {
        let code = try await town.made(HandOverCode(member: .id(member.id))).code.revealed
        let person = try await town.bank.perform(
            UseCode(code: code, login: nil, password: Hamlet.password),
            as: .nobody
        ).outcome.person
        let digest = digest(in: town)
        let isOperator = self == .operator
        try await town.database.write { tx in
            try tx.run(
                """
                INSERT INTO token (digest, person, purpose, created_at, expires_at)
                VALUES ($1, $2, 'api', 0, $3)
                """,
                digest,
                person,
                Int64.max
            )
            if isOperator {
                try tx.run("INSERT INTO operator (person, since) VALUES ($1, 0)", person)
            }
        }
        guard isBeyond else { return }
        let twin = try await beyond.made(AddMember(name: "Twin \(rawValue)"))
        if self == .coordinator2 {
            _ = try await beyond.made(Appoint(member: .id(twin.id), office: .coordinator))
        }
        let invitation = try await beyond.made(HandOverCode(member: .id(twin.id))).code.revealed
        _ = try await town.bank.perform(JoinWithCode(code: invitation), as: .token(digest))
        if self == .saver2 { try await beyond.earn(60, twin) }
    }

    /// What the person shows to prove who they are.
    func digest(in town: Town) -> [UInt8] { Array("\(town.slug)-target-\(rawValue)".utf8) }
}

extension Town {
    /// Does something at the command line.
    @discardableResult
    func made<Asked: Operation>(_ asked: Asked) async throws -> Asked.Result {
        try await bank.perform(asked, in: slug, as: .console).outcome
    }
}
