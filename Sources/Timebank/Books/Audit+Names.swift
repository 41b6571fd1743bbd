internal import Ledger
internal import Store

// Whether everybody and everything that a row names is there, and of the row's own network.
//
// Somebody erased is there still, without a name; so whoever took a redemption, entered hours or
// acted for another must be found however long ago they left.
extension Audit {
    /// Reads who and what there is; rows that name them are looked at after this.
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
            let place = place(of: network)
            register.enter(id, thing, place: place)
            if thing != .person, place == nil {
                elsewhere.note("\(named(thing.rawValue, id)) is in no network")
            }
            return true
        }
    }

    /// Notes it where a row names what is not there; 0 is nobody.
    func look(
        for id: Int64?,
        _ thing: Register.Thing,
        in network: Int64,
        _ row: @autoclosure () -> String
    ) {
        guard let id, !register.has(id, thing, place: place(of: network)) else { return }
        note(network, "\(row()): \(named(thing.rawValue, id)) is not there")
    }

    /// Looks at every row that names somebody, but for transfers, hours and redemptions.
    func checkNames() throws {
        for table in tables { try checkReferences(of: table) }
        try checkHoldRows()
        try checkOrigins()
        try checkMirrors()
    }

    /// Looks whether the account and the journal row of each hold are there, open or not.
    private func checkHoldRows() throws {
        try tx.each(
            """
            SELECT h.id, h.network, h.account, h.state, j.id
            FROM hold h LEFT JOIN journal j ON j.id = h.journal AND j.network = h.network
            ORDER BY h.id
            """
        ) { row in
            let (id, network) = (row.integer(0), row.integer(1))
            let place = accounts.place(of: row.integer(2))
            let isThere = place.map { Int(accounts[$0].network) == self.place(of: network) }
            // Of an open one that was said when what is held was added up.
            if isThere != true, row.text(3) != "open" {
                note(network, "\(named("hold", id)) is of an account that is not there")
            }
            if row.isNull(4) { note(network, "\(named("hold", id)): its journal row is not there") }
            return true
        }
    }

    /// Looks whether what was brought in under a reference is there.
    private func checkOrigins() throws {
        try tx.each(
            """
            SELECT o.network, o.kind, o.id, COALESCE(h.id, r.id, d.id)
            FROM origin o
                LEFT JOIN hours h
                    ON h.id = o.id AND h.network = o.network AND o.kind = 'hours'
                LEFT JOIN redemption r
                    ON r.id = o.id AND r.network = o.network AND o.kind = 'redemption'
                LEFT JOIN hold d ON d.id = o.id AND d.network = o.network AND o.kind = 'hold'
            ORDER BY o.network, o.kind, o.reference
            """
        ) { row in
            let (network, kind, id) = (row.integer(0), row.text(1), row.integer(2))
            if let thing = Register.Thing(rawValue: kind) {
                look(for: id, thing, in: network, "a reference")
            } else if row.isNull(3) {
                note(network, "a reference: \(named(kind, id)) is not there")
            }
            return true
        }
    }

    /// Looks at what stands between two networks, and then whether any account is nobody's.
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
