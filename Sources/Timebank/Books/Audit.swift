internal import Ledger
internal import Store

/// One reading of all books, from nothing, and what was found so far.
///
/// It keeps a few words for each account and person and a little for each network, and sees each
/// transfer once. It trusts no row: numbers are added so that none can overflow, and what a row
/// names is looked up. A class, so that its parts can be changed while another one is being read.
final class Audit {
    let tx: Transaction
    /// The tables of the scheme.
    let tables: [Table]
    /// Those of which the journal has marks.
    let marked: MarkedTables
    var accounts = AccountTable()
    var networks: [NetworkAudit] = []
    var register = Register()
    /// Members who were erased.
    var erased: Set<Int64> = []
    /// The journal's rows of imports.
    var imports: Set<Int64> = []
    var deeds = DeedSums()
    var grants = Grants()
    var marks = MarkBooks()
    /// The seals that the journal says were made.
    var sealed: Set<Int64> = []
    /// The seals over what belongs to no network.
    var journalSeals: JournalSealWalk
    /// What belongs to no network.
    var elsewhere = Problems()
    private var positions: [Int64: Int] = [:]
    private var nearest: (id: Int64, position: Int)?

    /// An audit that knows the networks and their accounts, and nothing of what they hold.
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

    /// The network's position in the list; nil for one that is not there.
    func position(of network: Int64) -> Int? {
        if let nearest, nearest.id == network { return nearest.position }
        guard let position = positions[network] else { return nil }
        nearest = (network, position)
        return position
    }

    /// Notes what is wrong in a network, or elsewhere where there is no such network.
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

/// What is known of one network while its books are read.
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

    /// How low accounts of a kind may go; nil where that is agreed for each account.
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

/// How ids are written in what was found.
func named(_ what: String, _ id: Int64) -> String { "\(what) \(Crockford.encode(id))" }
