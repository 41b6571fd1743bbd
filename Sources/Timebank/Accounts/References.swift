package import Ledger
internal import Store

extension Transaction {
    /// Returns the transfer that was imported under a reference; nil where there is none.
    func transfer(brought reference: String, in network: Network.ID) throws -> Transfer.ID? {
        try first(
            "SELECT transfer FROM reference WHERE network = $1 AND reference = $2",
            network,
            reference,
            as: { $0.id(0) }
        )
    }

    /// Whether any transfer was imported into a network.
    func hasReferences(in network: Network.ID) throws -> Bool {
        try first(
            "SELECT 1 FROM reference WHERE network = $1 LIMIT 1",
            network,
            as: { _ in true }
        )
            ?? false
    }

    /// The number of references in a page.
    static let referencePage = 1_000

    /// Returns a page of a network's references from `first` on, in the order of their bytes.
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

    /// Sends a query whether the network has a transfer; the answer is read later.
    func isThere(_ id: Transfer.ID, in network: Network.ID) throws -> Later<Bool> {
        try later("SELECT 1 FROM transfer WHERE id = $1 AND network = $2", id, network) { _ in
            true
        }
    }

    /// Returns the id that was imported under a reference, of a kind such as `hours` or `offer`.
    func thing(_ kind: String, brought reference: String, in network: Network.ID) throws -> Int64? {
        try first(
            "SELECT id FROM origin WHERE network = $1 AND kind = $2 AND reference = $3",
            network,
            kind,
            reference,
            as: { $0.integer(0) }
        )
    }

    /// Returns the network's account for another network; nil where there is none.
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
    /// Records the reference under which a transfer is imported; it is unique in the network.
    package func keep(_ reference: String, for transfer: Transfer.ID) throws {
        let network = try here.id
        try mark(.reference, of: network.raw, in: network.raw, reference, transfer)
        try tx.add(
            [network.bound, reference.bound, transfer.bound],
            by: Transfer.referenceInsertion
        )
    }

    /// Records the reference under which anything else is imported, unique in its network and kind.
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

    /// Opens this network's account for another network.
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
