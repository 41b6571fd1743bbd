/// The roles that the journal says were given.
///
/// Journal rows of older versions have less detail; the roles they may have given are accepted.
struct Grants {
    /// A journal row that gave a role.
    private struct Grant {
        let act: JournalAct
        let network: Int64
        let at: Int64
        let subjects: [Int64]
    }

    /// The grants, by each id that they name.
    private var given: [Int64: [Grant]] = [:]
    /// The people who took over a member that an import or a coordinator had created for them.
    private var joined: Set<Int64> = []
    /// Networks with an import whose journal row does not say to whom it gave roles.
    private var brought: Set<Int64> = []
    private var isOldDemo = false

    /// A role as its row states it.
    struct Claim {
        let acts: [JournalAct]
        let network: Int64
        /// The person or member who has it.
        let holder: Int64
        /// Other ids that the journal row must name.
        var others: [Int64] = []
        /// The role's code in the journal; 0 where the act gives only one role.
        var code: Int64 = 0
        let since: Int64
    }

    /// Reads a journal row; `isPerson` says whether a person with an id exists.
    mutating func see(_ row: JournalRow, isPerson: (Int64) -> Bool) {
        switch row.act {
        case .office, .found, .staff, .guardian, .relatives, .makeOperator: break
        case .imported: if row.subjects.isEmpty { brought.insert(row.network) }
        case .demo: if !row.subjects.contains(where: isPerson) { isOldDemo = true }
        case .join:
            if let actor = row.actor { joined.insert(actor) }
            return
        default: return
        }
        let grant = Grant(
            act: row.act,
            network: row.network,
            at: row.at,
            subjects: row.subjects
        )
        for subject in Set(row.subjects) { given[subject, default: []].append(grant) }
    }

    /// Whether the journal explains a role.
    func explain(_ claim: Claim, isPerson: (Int64) -> Bool) -> Bool {
        if isOldDemo || brought.contains(claim.network) { return true }
        if has(claim.holder, claim) { return true }
        // On joining, a person takes over the roles of a placeholder person, which is then deleted.
        guard joined.contains(claim.holder) else { return false }
        return given.keys.contains { !isPerson($0) && has($0, claim) }
    }

    private func has(_ holder: Int64, _ claim: Claim) -> Bool {
        given[holder, default: []].contains { grant in
            switch grant.act {
            case .demo: true
            case .imported: grant.network == claim.network
            default:
                claim.acts.contains(grant.act) && grant.network == claim.network
                    && grant.at == claim.since
                    && claim.others.allSatisfy(grant.subjects.contains)
                    && Self.code(of: grant).map { $0 == claim.code } ?? true
            }
        }
    }

    /// The code of the role in a journal row: among the subjects, but smaller than any id.
    private static func code(of grant: Grant) -> Int64? {
        grant.subjects.first { (1..<16).contains($0) }
    }
}

extension Office {
    /// The code in the journal; it never changes.
    var journalCode: Int64 {
        switch self {
        case .coordinator: 1
        case .funder: 2
        }
    }
}

extension StaffRole {
    /// The code in the journal; it never changes.
    var journalCode: Int64 {
        switch self {
        case .till: 1
        case .worker: 2
        case .lead: 3
        }
    }
}
