/// Who was given which role, as the journal says.
///
/// Rows of the journal that older versions wrote say less; what they may have given is not judged.
struct Grants {
    /// A row of the journal that gave somebody something.
    private struct Grant {
        let act: JournalAct
        let network: Int64
        let at: Int64
        let subjects: [Int64]
    }

    /// By whom or what it names.
    private var given: [Int64: [Grant]] = [:]
    /// Who became somebody that an import or a coordinator had made for them.
    private var joined: Set<Int64> = []
    /// Networks with an import that does not say to whom it gave roles.
    private var brought: Set<Int64> = []
    private var isOldDemo = false

    /// What a role's row says.
    struct Claim {
        let acts: [JournalAct]
        let network: Int64
        /// Who has it.
        let holder: Int64
        /// What else the journal's row must name.
        var others: [Int64] = []
        /// The role, as the journal writes it; 0 where there is but one.
        var code: Int64 = 0
        let since: Int64
    }

    /// Takes in a row of the journal; `isPerson` says whether there is such a person.
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

    /// Whether the journal says that somebody was given what a row says they have.
    func explain(_ claim: Claim, isPerson: (Int64) -> Bool) -> Bool {
        if isOldDemo || brought.contains(claim.network) { return true }
        if has(claim.holder, claim) { return true }
        // Whoever joined took over what had been given to somebody who is no more.
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

    /// The role that a row gave, which stands there among ids and is smaller than any.
    private static func code(of grant: Grant) -> Int64? {
        grant.subjects.first { (1..<16).contains($0) }
    }
}

extension Office {
    /// What the journal writes for it.
    var journalCode: Int64 {
        switch self {
        case .coordinator: 1
        case .funder: 2
        }
    }
}

extension StaffRole {
    /// What the journal writes for it.
    var journalCode: Int64 {
        switch self {
        case .till: 1
        case .worker: 2
        case .lead: 3
        }
    }
}
