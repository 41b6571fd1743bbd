internal import Ledger
internal import Store

// What points at transfers and accounts: reversals, hours, redemptions, memos, references, members.
extension Audit {
    /// Looks whether a reversal takes back one transfer, wholly, and is recorded as doing so.
    func checkReversal(_ line: Line) throws {
        let old = try tx.first(
            """
            SELECT network, kind, from_account, to_account, minutes FROM transfer WHERE id = $1
            """,
            line.reverses
        ) { row in
            row.integer(0) == line.network && row.integer(1) != TransferKind.reversal.rawValue
                && row.integer(2) == line.to.account && row.integer(3) == line.from.account
                && row.integer(4) == line.minutes
        }
        if old != true {
            note(line.network, "\(named("reversal", line.id)) does not mirror a transfer")
        }
        let by = try tx.first(
            "SELECT reversed_by FROM reversal WHERE transfer = $1",
            line.reverses,
            as: { $0.integer(0) }
        )
        if by != line.id {
            note(
                line.network,
                """
                \(named("reversal", line.id)) is not the one recorded for \
                \(named("transfer", line.reverses))
                """
            )
        }
    }

    /// Looks at everything that names a transfer or an account.
    func checkPointers() throws {
        try checkReversalRows()
        try checkHours()
        try checkRedemptions()
        try checkWords()
        try checkHolders()
    }

    private func checkReversalRows() throws {
        try tx.each(
            """
            SELECT r.transfer, r.network, t.network, t.reverses
            FROM reversal r LEFT JOIN transfer t ON t.id = r.reversed_by ORDER BY r.transfer
            """
        ) { row in
            if row.integerIfAny(2) != row.integer(1) || row.integerIfAny(3) != row.integer(0) {
                note(
                    row.integer(1),
                    "\(named("transfer", row.integer(0))) is recorded as reversed, and is not"
                )
            }
            return true
        }
    }

    private func checkHours() throws {
        try tx.each(
            """
            SELECT h.id, h.network, h.member, h.organisation, h.minutes, t.network, t.kind,
                t.from_account, t.to_account, t.minutes, h.status, h.opportunity,
                NULLIF(h.entered_by, 0), h.decided_by
            FROM hours h LEFT JOIN transfer t ON t.id = h.transfer ORDER BY h.id
            """
        ) { row in
            let payer = accounts.place(of: row.integer(7)).map { accounts[$0] }
            let isPaid =
                row.integerIfAny(5) == row.integer(1)
                && row.integer(6) == TransferKind.earn.rawValue
                && row.integer(9) == row.integer(4)
                && holder(row.integer(8)) == row.integer(2)
                && (payer?.kind == .issuance || payer?.holder == row.integer(3))
            if !isPaid, row.text(10) == Hours.Status.confirmed.rawValue {
                note(
                    row.integer(1),
                    "\(named("hours", row.integer(0))) are confirmed, but not so paid"
                )
            }
            lookAtHours(row)
            return true
        }
    }

    /// Looks whether everybody and everything that hours name is there.
    private func lookAtHours(_ row: Row) {
        let network = row.integer(1)
        let name = { named("hours", row.integer(0)) }
        look(for: row.integer(2), .member, in: network, name())
        look(for: row.integer(3), .organisation, in: network, name())
        look(for: row.integer(11), .opportunity, in: network, name())
        look(for: row.integerIfAny(12), .person, in: network, name())
        look(for: row.integerIfAny(13), .person, in: network, name())
    }

    private func checkRedemptions() throws {
        try tx.each(
            """
            SELECT r.id, r.network, r.member, r.organisation, r.minutes, t.network, t.kind,
                t.from_account, t.to_account, t.minutes, r.undone_by, r.transfer, u.reverses,
                r.offer, NULLIF(r.till, 0), r.guardian
            FROM redemption r LEFT JOIN transfer t ON t.id = r.transfer
            LEFT JOIN transfer u ON u.id = r.undone_by
            ORDER BY r.id
            """
        ) { row in
            let isPaid =
                row.integerIfAny(5) == row.integer(1)
                && row.integer(6) == TransferKind.redeem.rawValue
                && row.integer(9) == row.integer(4)
                && holder(row.integer(7)) == row.integer(2)
                && holder(row.integer(8)) == row.integer(3)
            if !isPaid {
                note(row.integer(1), "\(named("redemption", row.integer(0))) is not paid")
            }
            if !row.isNull(10), row.integerIfAny(12) != row.integer(11) {
                note(
                    row.integer(1),
                    "\(named("redemption", row.integer(0))) is undone by what is no reversal of it"
                )
            }
            lookAtRedemption(row)
            return true
        }
    }

    /// Looks whether everybody and everything that a redemption names is there.
    private func lookAtRedemption(_ row: Row) {
        let network = row.integer(1)
        let name = { named("redemption", row.integer(0)) }
        look(for: row.integer(2), .member, in: network, name())
        look(for: row.integer(3), .organisation, in: network, name())
        look(for: row.integer(13), .offer, in: network, name())
        look(for: row.integerIfAny(14), .person, in: network, name())
        look(for: row.integerIfAny(15), .person, in: network, name())
    }

    private func checkWords() throws {
        try tx.each(
            """
            SELECT m.network, m.transfer FROM memo m
            LEFT JOIN transfer t ON t.id = m.transfer AND t.network = m.network
            WHERE t.id IS NULL ORDER BY m.transfer
            """
        ) { row in
            note(row.integer(0), "a memo is of \(named("transfer", row.integer(1))), not there")
            return true
        }
        try tx.each(
            """
            SELECT r.network, r.transfer FROM reference r
            LEFT JOIN transfer t ON t.id = r.transfer AND t.network = r.network
            WHERE t.id IS NULL ORDER BY r.transfer
            """
        ) { row in
            note(
                row.integer(0),
                "a reference is of \(named("transfer", row.integer(1))), not there"
            )
            return true
        }
    }

    /// Looks whether everybody's accounts are there, and are theirs.
    private func checkHolders() throws {
        try tx.each("SELECT id, network, wallet FROM member ORDER BY id") { row in
            check("member", row.integer(0), row.integer(1), row.integer(2), .wallet)
            return true
        }
        try tx.each("SELECT id, network, allocation, takings FROM organisation ORDER BY id") {
            row in
            let (id, network) = (row.integer(0), row.integer(1))
            check("organisation", id, network, row.integer(2), .allocation)
            check("organisation", id, network, row.integer(3), .takings)
            return true
        }
        try tx.each("SELECT id, issuance, notes, pot, loss FROM network ORDER BY id") { row in
            let id = row.integer(0)
            for (column, kind) in [
                (1, AccountKind.issuance), (2, .notes), (3, .pot), (4, .loss),
            ] {
                check("network", id, id, row.integer(column), kind)
            }
            return true
        }
    }

    /// Looks whether an account is there, and its holder's own.
    func check(
        _ what: String,
        _ holder: Int64,
        _ network: Int64,
        _ id: Int64,
        _ kind: AccountKind
    ) {
        if let place = accounts.place(of: id), accounts[place].holder == holder,
            accounts[place].kind == kind, Int(accounts[place].network) == self.place(of: network)
        {
            accounts[place].isNamed = true
            return
        }
        note(network, "\(named(what, holder)): its \(kind.name) is not there, or not its own")
    }

    private func holder(_ account: Int64) -> Int64? {
        accounts.place(of: account).map { accounts[$0].holder }
    }
}
