internal import Ledger
internal import Store

// Checks that everything that a row refers to exists, in the row's own network.
//
// An erased member keeps their row, without a name. So references to the person who took a
// redemption, entered hours or acted for another must resolve, however long ago they left.
extension Audit {
    /// Reads the ids of people, members and so on; rows that refer to them are checked after this.
    func readRegister() throws {
        try enter("SELECT id, 0 FROM person ORDER BY id", .person)
        try enter("SELECT id, network FROM member ORDER BY id", .member)
        let gone = try tx.all("SELECT id FROM member WHERE status = 'erased' ORDER BY id") {
            $0.integer(0)
        }
        erased = Set(gone)
        try enter("SELECT id, network FROM organisation ORDER BY id", .organisation)
        try enter("SELECT id, network FROM opportunity ORDER BY id", .opportunity)
        try enter("SELECT id, network FROM offer ORDER BY id", .offer)
    }

    private func enter(_ sql: SQLText, _ thing: Register.Thing) throws {
        try tx.each(sql) { row in
            let (id, network) = (row.integer(0), row.integer(1))
            let position = position(of: network)
            register.enter(id, thing, position: position)
            if thing != .person, position == nil {
                elsewhere.note("\(named(thing.rawValue, id)) is in no network")
            }
            return true
        }
    }

    /// Reports a reference to something that does not exist; nil is no reference.
    ///
    /// - row: What the report calls the row.
    func look(
        for id: Int64?,
        _ thing: Register.Thing,
        in network: Int64,
        _ row: @autoclosure () -> String
    ) {
        guard let id, !register.has(id, thing, position: position(of: network)) else { return }
        note(network, "\(row()): \(named(thing.rawValue, id)) is not there")
    }

    /// Checks the references of all rows but transfers, hours and redemptions.
    func checkNames() throws {
        for table in tables { try checkReferences(of: table) }
        try checkHoldRows()
        try checkOrigins()
        try checkMirrors()
    }

    /// Checks that the account and the journal row of each hold exist, whether it is open or not.
    private func checkHoldRows() throws {
        try tx.each(
            """
            SELECT h.id, h.network, h.account, h.state, j.id
            FROM hold h LEFT JOIN journal j ON j.id = h.journal AND j.network = h.network
            ORDER BY h.id
            """
        ) { row in
            let (id, network) = (row.integer(0), row.integer(1))
            let position = accounts.position(of: row.integer(2))
            let isThere = position.map { Int(accounts[$0].network) == self.position(of: network) }
            // For an open hold `readHolds` has reported this already.
            if isThere != true, row.text(3) != "open" {
                note(network, "\(named("hold", id)) is of an account that is not there")
            }
            if row.isNull(4) { note(network, "\(named("hold", id)): its journal row is not there") }
            return true
        }
    }

    /// Checks that everything in `origin` exists.
    private func checkOrigins() throws {
        var others: Set<String> = []
        try tx.each(
            "SELECT network, kind, id FROM origin ORDER BY network, kind, reference"
        ) { row in
            let (network, kind, id) = (row.integer(0), row.text(1), row.integer(2))
            if let thing = Register.Thing(rawValue: kind) {
                look(for: id, thing, in: network, "a reference")
            } else {
                others.insert(kind)
            }
            return true
        }
        for kind in others.sorted() { try checkOrigins(of: kind) }
    }

    /// Checks the rows of `origin` of a kind that the register lacks, in the table of that name.
    private func checkOrigins(of kind: String) throws {
        let table = tables.first { table in
            table.name.description == kind && table.isOfNetworks
                && table.columns.contains { $0.name.description == "id" }
        }
        // Rows that may be deleted, by an erasure or after some time, leave their reference behind.
        if let table, table.rights.contains(.delete) { return }
        // Where there is no such table, every such row is reported.
        let isThere: SQLText =
            table.map {
                "SELECT 1 FROM \($0.name) t WHERE t.id = o.id AND t.network = o.network"
            } ?? "SELECT 1 FROM network t WHERE t.id IS NULL"
        try tx.each(
            """
            SELECT o.network, o.id FROM origin o WHERE o.kind = $1 AND NOT EXISTS (\(isThere))
            ORDER BY o.network, o.reference
            """,
            kind
        ) { row in
            note(row.integer(0), "a reference: \(named(kind, row.integer(1))) is not there")
            return true
        }
    }

    /// Checks the accounts for other networks, and then that every account has a holder.
    private func checkMirrors() throws {
        try tx.each("SELECT network, account FROM mirror ORDER BY network, slug") { row in
            let network = row.integer(0)
            check("network", network, network, row.integer(1), .mirror)
            return true
        }
        for account in accounts.all where !account.isNamed {
            networks[Int(account.network)].problems.note(
                "\(named(account.kind.name, account.id)) is nobody's"
            )
        }
    }
}
