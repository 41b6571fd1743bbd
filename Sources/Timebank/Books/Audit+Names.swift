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
        for list in Names.all {
            try tx.each(list.sql) { row in
                let network = row.integerIfAny(0) ?? 0
                if network != 0, place(of: network) == nil {
                    elsewhere.note("\(list.what) is of no network")
                }
                for (column, thing) in list.things.enumerated() {
                    look(for: row.integerIfAny(column + 1), thing, in: network, list.what)
                }
                return true
            }
        }
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

/// Rows that name people and things: what one is called, and what its columns name.
private struct Names {
    let what: String
    /// The row's network first, null or 0 where it has none, then what it names.
    let sql: SQLText
    let things: [Register.Thing]

    private init(_ what: String, _ things: [Register.Thing], _ sql: SQLText) {
        self.what = what
        self.sql = sql
        self.things = things
    }

    static let all = signIns + roles + others

    private static let signIns = [
        Names("a sign-in", [.person], "SELECT 0, person FROM token ORDER BY digest"),
        Names(
            "a code",
            [.person, .member],
            "SELECT network, person, member FROM code ORDER BY digest"
        ),
        Names("an operator", [.person], "SELECT 0, person FROM operator ORDER BY person"),
        Names(
            "a notice",
            [.person, .person],
            "SELECT 0, person, by_person FROM notice ORDER BY id"
        ),
        Names(
            "a sign-in of the demo",
            [.person],
            "SELECT 0, person FROM demo_sign_in ORDER BY person"
        ),
        Names(
            "a remembered request",
            [.person],
            "SELECT network, NULLIF(person, 0) FROM request ORDER BY key, person, network"
        ),
    ]

    private static let roles = [
        Names(
            "a member",
            [.person, .organisation],
            "SELECT network, person, brought_by FROM member ORDER BY id"
        ),
        Names(
            "an office",
            [.person],
            "SELECT network, person FROM office ORDER BY network, person, role"
        ),
        Names(
            "a role at an organisation",
            [.organisation, .person],
            "SELECT network, organisation, person FROM staff ORDER BY organisation, person"
        ),
        Names(
            "a guardianship",
            [.person, .member],
            "SELECT network, guardian, ward FROM guardian ORDER BY network, guardian, ward"
        ),
        Names(
            "a pair of relatives",
            [.member, .member],
            "SELECT network, member, other FROM relative ORDER BY network, member, other"
        ),
    ]

    private static let others = [
        Names("an erasure", [.member], "SELECT network, member FROM erasure ORDER BY member"),
        Names(
            "a word to search by",
            [.member],
            "SELECT network, member FROM word ORDER BY network, word, member"
        ),
        Names(
            "an opportunity",
            [.organisation],
            "SELECT network, organisation FROM opportunity ORDER BY id"
        ),
        Names("an offer", [.organisation], "SELECT network, organisation FROM offer ORDER BY id"),
        Names("rules", [], "SELECT network FROM policy ORDER BY network, version"),
        Names("whom to ask for help", [], "SELECT network FROM contact ORDER BY network"),
        Names("a seal", [], "SELECT network FROM seal ORDER BY id"),
        Names("a journal seal", [], "SELECT network FROM journal_seal ORDER BY id"),
    ]
}
