internal import Ledger
internal import Store

// Checks references to transfers and accounts: of reversals, memos, imports and holders.
extension Audit {
    /// Checks that a reversal mirrors its transfer, and is the one recorded in `reversal`.
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

    /// Checks everything that refers to a transfer or an account.
    func checkPointers() throws {
        try checkReversalRows()
        try checkWork()
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
        // `readMarks` has read all references; they are searched only if one has no transfer.
        guard marks.lost.contains("reference") else { return }
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

    /// Checks that the accounts of all members, organisations and networks exist and are their own.
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

    /// Checks that an account exists, has this kind and belongs to this holder.
    func check(
        _ what: String,
        _ holder: Int64,
        _ network: Int64,
        _ id: Int64,
        _ kind: AccountKind
    ) {
        if let position = accounts.position(of: id), accounts[position].holder == holder,
            accounts[position].kind == kind,
            Int(accounts[position].network) == self.position(of: network)
        {
            accounts[position].isNamed = true
            return
        }
        note(network, "\(named(what, holder)): its \(kind.name) is not there, or not its own")
    }
}
