internal import Ledger
internal import Store

/// Who may: rules as small values, joined with `||`, judged from left to right.
package indirect enum Access: Sendable, Hashable {
    /// Anybody at all, signed in or not.
    case anyone
    /// Anybody who is signed in.
    case signedIn
    /// Whoever has any place in the network: member, staff, guardian, coordinator or funder.
    case belongs
    /// The member whose it is.
    case own
    /// A guardian of the member whose it is.
    case guardian
    /// Staff, of at least this rank, of the organisation whose it is.
    case staff(StaffRole)
    /// Staff, of at least this rank, of any organisation of the network.
    case anyStaff(StaffRole)
    case coordinator
    case funder
    /// Whoever runs the server.
    case `operator`
    case either(Access, Access)

    /// Either rule is enough.
    package static func || (left: Access, right: Access) -> Access { .either(left, right) }

    /// Whether somebody let through by this rule acts for the member whose it is.
    var isForAnother: Bool {
        switch self {
        case .guardian, .coordinator, .operator: true
        default: false
        }
    }

    /// The rules in the order they are judged.
    package var parts: [Access] {
        if case .either(let left, let right) = self { left.parts + right.parts } else { [self] }
    }
}

/// What somebody may do at an organisation; each rank may do what those below it may.
package enum StaffRole: String, CaseIterable, Codable, Comparable, Sendable {
    /// Accepts credits.
    case till
    /// Confirms hours.
    case worker
    /// Looks after opportunities, offers and staff.
    case lead

    private var rank: Int {
        switch self {
        case .till: 0
        case .worker: 1
        case .lead: 2
        }
    }

    package static func < (left: StaffRole, right: StaffRole) -> Bool { left.rank < right.rank }
}

extension View {
    /// The rule by which the actor may, or nil when none allows it.
    func grounds(for access: Access, in scene: Scene) throws -> Access? {
        try access.parts.first { try allows($0, in: scene) }
    }

    private func allows(_ rule: Access, in scene: Scene) throws -> Bool {
        switch rule {
        case .anyone: return true
        case .operator: return actor.isOperator
        default: break
        }
        guard let person = actor.person else { return false }
        switch rule {
        case .anyone, .operator, .either: return false
        case .signedIn: return true
        case .own: return scene.person == person
        case .belongs: return try belongs(person)
        case .guardian: return try isGuardian(person, of: scene.member)
        case .staff(let role): return try isStaff(person, role, of: scene.organisation)
        case .anyStaff(let role): return try isStaffAnywhere(person, role)
        case .coordinator: return try holds(person, .coordinator)
        case .funder: return try holds(person, .funder)
        }
    }

    private func belongs(_ person: Person.ID) throws -> Bool {
        guard let network = network?.id else { return false }
        if try tx.member(of: person, in: network) != nil { return true }
        return try tx.first(
            """
            SELECT 1 FROM office WHERE network = $1 AND person = $2
            UNION ALL SELECT 1 FROM staff WHERE person = $2 AND network = $1
            UNION ALL SELECT 1 FROM guardian WHERE network = $1 AND guardian = $2
            LIMIT 1
            """,
            network,
            person,
            as: { _ in true }
        ) ?? false
    }

    func isGuardian(_ person: Person.ID, of ward: Member.ID?) throws -> Bool {
        guard let network = network?.id, let ward else { return false }
        return try tx.first(
            "SELECT 1 FROM guardian WHERE network = $1 AND guardian = $2 AND ward = $3",
            network,
            person,
            ward,
            as: { _ in true }
        ) ?? false
    }

    private func isStaff(
        _ person: Person.ID,
        _ least: StaffRole,
        of organisation: Organisation.ID?
    ) throws -> Bool {
        guard let organisation else { return false }
        let role = try tx.first(
            "SELECT role FROM staff WHERE organisation = $1 AND person = $2",
            organisation,
            person,
            as: { StaffRole(rawValue: $0.text(0)) }
        )
        return role?.map { $0 >= least } ?? false
    }

    private func isStaffAnywhere(_ person: Person.ID, _ least: StaffRole) throws -> Bool {
        guard let network = network?.id else { return false }
        let roles = try tx.all(
            "SELECT role FROM staff WHERE person = $1 AND network = $2",
            person,
            network,
            as: { StaffRole(rawValue: $0.text(0)) }
        )
        return roles.contains { $0.map { $0 >= least } ?? false }
    }

    private func holds(_ person: Person.ID, _ office: Office) throws -> Bool {
        guard let network = network?.id else { return false }
        return try tx.first(
            "SELECT 1 FROM office WHERE network = $1 AND person = $2 AND role = $3",
            network,
            person,
            office.rawValue,
            as: { _ in true }
        ) ?? false
    }
}
