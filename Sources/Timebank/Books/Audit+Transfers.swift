internal import Ledger
internal import Store

// The one pass over all transfers, in the order in which they were recorded.
extension Audit {
    /// How many transfers lie between two words to whoever watches.
    private static let stride: Int64 = 100_000

    func readTransfers(_ progress: (Int64) -> Void) throws {
        var journal = JournalWalk()
        var count: Int64 = 0
        try Line.each(tx) { line in
            count += 1
            if count % Self.stride == 0 { progress(count) }
            guard let place = place(of: line.network) else {
                return elsewhere.note("\(named("transfer", line.id)) is in no network")
            }
            networks[place].transfers += 1
            try check(line, place, &journal)
            for problem in try networks[place].seals.take(line.transfer, tx) {
                networks[place].problems.note(problem)
            }
        }
        try journal.finish(tx, see: see)
        for place in networks.indices {
            for problem in try networks[place].seals.finish(tx) {
                networks[place].problems.note(problem)
            }
        }
    }

    private func check(_ line: Line, _ place: Int, _ journal: inout JournalWalk) throws {
        if let wrong = fault(line) { note(line.network, "\(named("transfer", line.id)): \(wrong)") }
        let row = try journal.network(of: line.journal, before: line.id, tx, see: see)
        if row != line.network {
            note(line.network, "\(named("transfer", line.id)): its journal row is not there")
        }
        follow(line, line.from, place, change: 0 &- line.minutes)
        follow(line, line.to, place, change: line.minutes)
        if line.reverses != Line.none { try checkReversal(line) }
    }

    /// What no ledger may record, whatever the balances are.
    private func fault(_ line: Line) -> String? {
        guard Minutes.movable.contains(Minutes(line.minutes)) else {
            return "\(line.minutes) minutes cannot be moved"
        }
        guard line.from.account != line.to.account else { return "it leads back where it began" }
        guard let kind = TransferKind(rawValue: line.kind),
            let from = AccountKind(rawValue: line.from.kind),
            let to = AccountKind(rawValue: line.to.kind)
        else { return "there is no such kind" }
        guard kind.leads(from: from, to: to) else {
            return "its kind, \(kind.name), does not lead from \(from.name) to \(to.name)"
        }
        guard (kind == .reversal) == (line.reverses != Line.none) else {
            return "it names a reversed transfer and is no reversal, or the other way round"
        }
        return nil
    }

    /// Carries one of a transfer's accounts on, and looks whether its link goes on its chain.
    private func follow(_ line: Line, _ side: Line.Side, _ network: Int, change: Int64) {
        guard let place = accounts.place(of: side.account),
            Int(accounts[place].network) == network,
            accounts[place].kind.rawValue == side.kind
        else {
            return note(
                line.network,
                """
                \(named("transfer", line.id)): \(named("account", side.account)) of that kind is \
                not there
                """
            )
        }
        accounts[place].balance &+= change
        let account = accounts[place]
        guard account.kind.isCounted else {
            if line.id <= account.last { accounts[place].aside = account.balance }
            if side.previous != Line.none || side.after != Line.none {
                note(line.network, "\(named("transfer", line.id)): a link where there is no chain")
            }
            return
        }
        accounts[place].last = line.id
        let expected = account.last == 0 ? Line.none : account.last
        guard side.previous != expected || side.after != account.balance, !account.isBroken else {
            return
        }
        accounts[place].isBroken = true
        let name = named(account.kind.name, account.id)
        note(
            line.network,
            side.after == account.balance
                ? "\(named("transfer", line.id)): \(name) had another transfer before it"
                : """
                \(named("transfer", line.id)): \(name) holds \(account.balance) minutes after it, \
                and not \(side.after)
                """
        )
    }

    /// Looks at a row of the journal.
    private func see(_ entry: JournalWalk.Entry) {
        if entry.network != 0, place(of: entry.network) == nil {
            elsewhere.note("\(named("journal row", entry.id)) is of no network")
        }
        if entry.at.milliseconds > IDGenerator.milliseconds(of: entry.id) {
            note(entry.network, "\(named("journal row", entry.id)) is dated after its id")
        }
        look(for: entry.actor, .person, in: entry.network, named("journal row", entry.id))
        look(for: entry.behalf, .member, in: entry.network, named("journal row", entry.id))
    }
}
