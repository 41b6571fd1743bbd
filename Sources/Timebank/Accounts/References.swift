package import Ledger
internal import Store

extension Transaction {
    /// The transfer that was brought in under a reference.
    func transfer(brought reference: String, in network: Network.ID) throws -> Transfer.ID? {
        try first(
            "SELECT transfer FROM reference WHERE network = $1 AND reference = $2",
            network,
            reference,
            as: { $0.id(0) }
        )
    }

    /// Whether anything was brought into a network.
    func hasReferences(in network: Network.ID) throws -> Bool {
        try first(
            "SELECT 1 FROM reference WHERE network = $1 LIMIT 1",
            network,
            as: { _ in true }
        )
            ?? false
    }

    /// How many references are read at a time.
    static let referencePage = 1_000

    /// The references of a network from one on, in the order of their bytes, a page of them.
    func references(
        from first: String,
        in network: Network.ID
    ) throws -> [(bytes: [UInt8], transfer: Transfer.ID)] {
        try all(
            """
            SELECT reference, transfer FROM reference
            WHERE network = $1 AND reference >= $2
            ORDER BY reference LIMIT $3
            """,
            network,
            first,
            Self.referencePage
        ) { (Array($0.text(0).utf8), $0.id(1)) }
    }

    /// Asks ahead whether a network has a transfer.
    func isThere(_ id: Transfer.ID, in network: Network.ID) throws -> Later<Bool> {
        try later("SELECT 1 FROM transfer WHERE id = $1 AND network = $2", id, network) { _ in
            true
        }
    }

    /// The thing of a kind (hours, an offer …) that was brought in under a reference.
    func thing(_ kind: String, brought reference: String, in network: Network.ID) throws -> Int64? {
        try first(
            "SELECT id FROM origin WHERE network = $1 AND kind = $2 AND reference = $3",
            network,
            kind,
            reference,
            as: { $0.integer(0) }
        )
    }

    /// The account that stands between a network and another one.
    func mirror(of other: Slug, in network: Network.ID) throws -> Account.ID? {
        try first(
            "SELECT account FROM mirror WHERE network = $1 AND slug = $2",
            network,
            other,
            as: { $0.id(0) }
        )
    }
}

extension Desk {
    /// Keeps the reference under which a transfer was brought in; it is unique in the network.
    package func keep(_ reference: String, for transfer: Transfer.ID) throws {
        let network = try here.id
        try mark(.reference, of: network.raw, in: network.raw, reference, transfer)
        try tx.add(
            [network.bound, reference.bound, transfer.bound],
            by: Transfer.referenceInsertion
        )
    }

    /// Keeps the reference under which a thing was brought in.
    func keep(_ reference: String, ofThing id: Int64, _ kind: String) throws {
        let network = try here.id
        try mark(.origin, of: network.raw, in: network.raw, kind, reference, id)
        try tx.run(
            "INSERT INTO origin (network, kind, reference, id) VALUES ($1, $2, $3, $4)",
            network,
            kind,
            reference,
            id
        )
    }

    /// Opens the account that stands between this network and another one.
    func openMirror(of other: Slug) throws -> Account {
        let account = Account(newID(), .mirror)
        try tx.openAccount(account, holder: here.id.raw, in: here.id)
        try tx.run(
            "INSERT INTO mirror (network, slug, account) VALUES ($1, $2, $3)",
            here.id,
            other,
            account.id
        )
        return account
    }
}
