internal import Ledger
internal import Store

/// An audit: it recomputes all books from the stored rows and collects what is wrong.
///
/// Its memory grows with the number of accounts, people and networks, not of transfers, which are
/// each read once. It assumes no row is valid: additions wrap instead of trapping, and references
/// are looked up. It is a class, so that closures can change one property while another is
/// accessed.
final class Audit {
    let tx: Transaction
    let tables: [Table]
    /// The tables whose rows have marks in the journal.
    let marked: MarkedTables
    var accounts = AccountTable()
    var networks: [NetworkAudit] = []
    var register = Register()
    /// The ids of erased members.
    var erased: Set<Int64> = []
    /// The ids of the journal rows of imports.
    var imports: Set<Int64> = []
    var workEvents = WorkEventSums()
    var grants = Grants()
    var marks = MarkBooks()
    /// The ids of seals that the journal says were made.
    var sealed: Set<Int64> = []
    /// The journal seals of network 0: over rows that belong to no network.
    var journalSeals: JournalSealWalk
    /// The problems that belong to no network.
    var elsewhere = Problems()
    private var positions: [Int64: Int] = [:]
    private var nearest: (id: Int64, position: Int)?

    /// Reads networks, accounts, holds and marks; transfers and the journal are read later.
    init(_ tx: Transaction, of scheme: Scheme) throws {
        self.tx = tx
        tables = scheme.tables
        marked = scheme.marked
        let signers = try tx.signers()
        journalSeals = try JournalSealWalk(network: 0, signers: signers, tx)
        try readNetworks(signers)
        try readRegister()
        try readAccounts()
        try readHolds()
        try readMarks()
    }

    /// Returns the network's position in `networks`; nil where there is no such network.
    func position(of network: Int64) -> Int? {
        if let nearest, nearest.id == network { return nearest.position }
        guard let position = positions[network] else { return nil }
        nearest = (network, position)
        return position
    }

    /// Records a problem of a network; if the network does not exist, one of no network.
    func note(_ network: Int64, _ words: String) {
        guard let position = position(of: network) else { return elsewhere.note(words) }
        networks[position].problems.note(words)
    }

    private func readNetworks(_ signers: [[UInt8]: Instant]) throws {
        try tx.each(
            """
            SELECT n.id, n.slug, n.model, p.mutual_limit
            FROM network n LEFT JOIN policy p ON p.network = n.id AND p.version = n.policy
            ORDER BY n.id
            """
        ) { row in
            let id: Network.ID = row.id(0)
            let isMutual = row.text(2) == Network.Model.mutual.rawValue
            var network = NetworkAudit(
                slug: row.text(1),
                isMutual: isMutual,
                mutualLimit: row.integerIfAny(3),
                seals: try SealWalk(network: id, signers: signers, tx),
                journalSeals: try JournalSealWalk(network: id.raw, signers: signers, tx)
            )
            if network.mutualLimit == nil { network.problems.note("its policy is not there") }
            positions[id.raw] = networks.count
            networks.append(network)
            return true
        }
    }
}

/// The state of a network during an audit.
struct NetworkAudit {
    let slug: String
    let isMutual: Bool
    let mutualLimit: Int64?
    var seals: SealWalk
    var journalSeals: JournalSealWalk
    var accounts = 0
    var transfers: Int64 = 0
    var sum: Int64 = 0
    var problems = Problems()

    /// The limit of accounts of a kind; nil where no such limit follows from the policy.
    func lowest(_ kind: AccountKind) -> Int64? {
        switch kind {
        case .wallet: isMutual ? mutualLimit.map { 0 &- $0 } : 0
        case .pot: isMutual ? Network.potLimitOfMutual.count : 0
        case .allocation: 0
        case .mirror, .loss, .issuance, .takings, .notes: nil
        }
    }

    var findings: NetworkFindings {
        NetworkFindings(
            network: slug,
            accounts: accounts,
            transfers: transfers,
            sum: sum,
            seals: seals.count,
            sealed: seals.sealed,
            seal: journalSeals.digest ?? seals.digest,
            problems: problems
        )
    }
}

/// Returns how the findings name a row: its kind and its id in Crockford base 32.
func named(_ what: String, _ id: Int64) -> String { "\(what) \(Crockford.encode(id))" }
