internal import Ledger
internal import Store

// Reads the accounts before the transfers, and compares their rows with the transfers afterwards.
extension Audit {
    func readAccounts() throws {
        try tx.each("SELECT id, network, kind, holder FROM account ORDER BY id") { row in
            enter(row, isCounted: true, upto: 0)
            return true
        }
        try tx.each("SELECT account, network, kind, holder, upto FROM rollup ORDER BY account") {
            enter($0, isCounted: false, upto: $0.integer(4))
            return true
        }
    }

    private func enter(_ row: Row, isCounted: Bool, upto: Int64) {
        let (id, network) = (row.integer(0), row.integer(1))
        guard let position = position(of: network) else {
            return elsewhere.note("\(named("account", id)) is in no network")
        }
        networks[position].accounts += 1
        guard let kind = AccountKind(rawValue: row.integer(2)), kind.isCounted == isCounted else {
            return note(network, "\(named("account", id)) is of a kind that cannot stand there")
        }
        let state = AccountTable.State(
            id: id,
            holder: row.integer(3),
            network: Int32(position),
            kind: kind,
            last: upto
        )
        if !accounts.add(state) {
            note(network, "\(named("account", id)) is there twice")
        }
    }

    /// Sums the open holds of each account, and checks that the account of each exists.
    func readHolds() throws {
        try tx.each(
            "SELECT id, network, account, minutes FROM hold WHERE state = 'open' ORDER BY id"
        ) { row in
            let (id, network, minutes) = (row.integer(0), row.integer(1), row.integer(3))
            guard let position = accounts.position(of: row.integer(2)),
                Int(accounts[position].network) == self.position(of: network),
                accounts[position].kind.isCounted
            else {
                note(network, "\(named("hold", id)) is of an account that is not there")
                return true
            }
            accounts[position].aside &+= minutes
            return true
        }
    }

    /// Compares each account's row with the sums of its transfers and holds.
    func compareAccounts() throws {
        try tx.each(
            "SELECT id, balance, held, lowest, floor, last, prior FROM account ORDER BY id"
        ) { row in
            if let position = accounts.position(of: row.integer(0)) {
                compare(row, accounts[position])
            }
            return true
        }
        try tx.each("SELECT account, balance FROM rollup ORDER BY account") { row in
            guard let position = accounts.position(of: row.integer(0)) else { return true }
            let account = accounts[position]
            let network = Int(account.network)
            networks[network].sum &+= row.integer(1) &+ account.balance &- account.aside
            if row.integer(1) != account.aside {
                networks[network].problems.note(
                    """
                    \(named(account.kind.name, account.id)): its roll-up says \(row.integer(1)) \
                    minutes, its transfers up to there say \(account.aside)
                    """
                )
            }
            return true
        }
        for position in networks.indices {
            let sum = networks[position].sum
            if sum != 0 {
                networks[position].problems.note(
                    "its balances add up to \(sum) minutes, not to zero"
                )
            }
        }
    }

    private func compare(_ row: Row, _ account: AccountTable.State) {
        let (balance, held) = (row.integer(1), row.integer(2))
        let (lowest, floor) = (row.integer(3), row.integer(4))
        let network = Int(account.network)
        networks[network].sum &+= balance
        let wrong: String? =
            if balance != account.balance {
                "its balance is \(balance) minutes, its transfers say \(account.balance)"
            } else if held != account.aside {
                "\(held) minutes are held, its open holds say \(account.aside)"
            } else if let limit = networks[network].lowest(account.kind), lowest != limit {
                "its limit is \(lowest) minutes, the policy says \(limit)"
            } else if balance &- held < floor {
                "it is below its floor of \(floor) minutes"
            } else if floor != min(lowest, balance &- held) {
                "its floor is \(floor) minutes, and should be \(min(lowest, balance &- held))"
            } else if (row.integerIfAny(5) ?? 0) != account.last {
                "its last transfer is not the one that its row names"
            } else if (row.integerIfAny(6) ?? 0) != account.prior {
                "the transfer before its last one is not the one that its row names"
            } else {
                nil
            }
        if let wrong {
            networks[network].problems.note("\(named(account.kind.name, account.id)): \(wrong)")
        }
    }
}
