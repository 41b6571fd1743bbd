internal import Ledger
internal import Store

/// Which roles may run an operation or a query: rules joined with `||`, evaluated left to right.
package indirect enum Access: Sendable, Hashable {
    /// Everyone, signed in or not.
    case anyone
    /// Everyone, where the network shows visitors what there is to do and to enjoy.
    case visitor
    /// Every signed-in person.
    case signedIn
    /// Every person with a role in the network: member, staff, guardian, coordinator or funder.
    case belongs
    /// The person of the member that the subject belongs to.
    case own
    /// A guardian of the member that the subject belongs to.
    case guardian
    /// Staff with this role or a higher one, at the organisation that the subject belongs to.
    case staff(StaffRole)
    /// Staff with this role or a higher one, at any organisation of the network.
    case anyStaff(StaffRole)
    case coordinator
    case funder
    /// The operator of the server.
    case `operator`
    case either(Access, Access)

    /// A rule that is satisfied when either of the two is.
    package static func || (left: Access, right: Access) -> Access { .either(left, right) }

    /// Whether a person admitted by this rule acts on behalf of the subject's member.
    var isForAnother: Bool {
        switch self {
        case .guardian, .coordinator, .operator: true
        default: false
        }
    }

    /// The alternatives, in the order in which they are evaluated.
    package var parts: [Access] {
        if case .either(let left, let right) = self { left.parts + right.parts } else { [self] }
    }
}

/// A person's role at an organisation; each role has all permissions of the lower ones.
package enum StaffRole: String, CaseIterable, Codable, Comparable, Sendable {
    /// Accepts credits at the till.
    case till
    /// Confirms hours.
    case worker
    /// Manages opportunities, offers and staff.
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
    /// Returns the first rule of `access` that admits the actor, or nil when none does.
    func grounds(for access: Access, in subjectOwner: SubjectOwner) throws -> Access? {
        try access.parts.first { try allows($0, in: subjectOwner) }
    }

    private func allows(_ rule: Access, in subjectOwner: SubjectOwner) throws -> Bool {
        switch rule {
        case .anyone: return true
        case .operator: return actor.isOperator
        case .visitor: return network?.isPublic ?? false
        default: break
        }
        guard let person = actor.person else { return false }
        switch rule {
        case .anyone, .visitor, .operator, .either: return false
        case .signedIn: return true
        case .own: return subjectOwner.person == person
        case .belongs: return try belongs(person)
        case .guardian: return try isGuardian(person, of: subjectOwner.member)
        case .staff(let role): return try isStaff(person, role, of: subjectOwner.organisation)
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
