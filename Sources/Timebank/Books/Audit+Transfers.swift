internal import Ledger
internal import Store

// The single pass over all transfers, in the order in which they were recorded.
extension Audit {
    /// The number of transfers between two calls of `progress`.
    private static let stride: Int64 = 100_000

    func readTransfers(_ progress: (Int64) -> Void) throws {
        var journal = JournalWalk()
        var count: Int64 = 0
        try Line.each(tx) { line in
            count += 1
            if count % Self.stride == 0 { progress(count) }
            guard let position = position(of: line.network) else {
                return elsewhere.note("\(named("transfer", line.id)) is in no network")
            }
            networks[position].transfers += 1
            try check(line, position, &journal)
            for problem in try networks[position].seals.take(line.transfer, tx) {
                networks[position].problems.note(problem)
            }
        }
        try journal.finish(tx, see: see)
        for position in networks.indices {
            let problems =
                try networks[position].seals.finish(tx)
                + networks[position].journalSeals.finish(tx)
            for problem in problems { networks[position].problems.note(problem) }
        }
        for problem in try journalSeals.finish(tx) { elsewhere.note(problem) }
        try checkSeals()
    }

    /// Compares the seals with the list of seals that the journal says were made.
    private func checkSeals() throws {
        try tx.each(
            """
            SELECT id, network FROM seal UNION ALL SELECT id, network FROM journal_seal
            ORDER BY id
            """
        ) { row in
            if sealed.remove(row.integer(0)) == nil {
                note(
                    row.integer(1),
                    "\(named("seal", row.integer(0))): the journal does not say that it was made"
                )
            }
            return true
        }
        for id in sealed.sorted() {
            elsewhere.note("\(named("seal", id)): the journal says it was made; it is not there")
        }
    }

    private func check(_ line: Line, _ position: Int, _ journal: inout JournalWalk) throws {
        if let wrong = fault(line) { note(line.network, "\(named("transfer", line.id)): \(wrong)") }
        let row = try journal.row(line.journal, before: line.id, tx, see: see)
        if row?.network != line.network {
            note(line.network, "\(named("transfer", line.id)): its journal row is not there")
        }
        follow(line, line.from, position, change: 0 &- line.minutes)
        follow(line, line.to, position, change: line.minutes)
        if line.reverses != Line.none { try checkReversal(line) }
        if let row, let wrong = fault(line, by: row) {
            note(line.network, "\(named("transfer", line.id)): \(wrong)")
        }
    }

    /// Returns how a transfer contradicts its journal row; nil where it does not.
    ///
    /// The row of an import names no transfer but the first and the last, and its transfers may be
    /// older.
    private func fault(_ line: Line, by row: JournalRow) -> String? {
        if row.act == .imported { return nil }
        if !row.subjects.contains(line.id) { return "its journal row does not name it" }
        if line.at == row.at { return nil }
        let isEarlier = row.act.isOfHours && line.at < row.at && Self.isNoon(line.at)
        return isEarlier ? nil : "it is not dated as its journal row is"
    }

    /// Returns why no ledger may record such a transfer; nil where it is valid.
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

    /// Applies a transfer to one of its accounts, and checks its link to the account's chain.
    private func follow(_ line: Line, _ side: Line.Side, _ network: Int, change: Int64) {
        guard let position = accounts.position(of: side.account),
            Int(accounts[position].network) == network,
            accounts[position].kind.rawValue == side.kind
        else {
            return note(
                line.network,
                """
                \(named("transfer", line.id)): \(named("account", side.account)) of that kind is \
                not there
                """
            )
        }
        accounts[position].balance &+= change
        let account = accounts[position]
        guard account.kind.isCounted else {
            if line.id <= account.last { accounts[position].aside = account.balance }
            if side.previous != Line.none || side.after != Line.none {
                note(line.network, "\(named("transfer", line.id)): a link where there is no chain")
            }
            return
        }
        accounts[position].prior = account.last
        accounts[position].last = line.id
        let expected = account.last == 0 ? Line.none : account.last
        guard side.previous != expected || side.after != account.balance, !account.isBroken else {
            return
        }
        accounts[position].isBroken = true
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

    /// Checks a row of the journal, and passes it on to everything that is compared with the
    /// journal.
    private func see(_ entry: JournalRow) throws {
        if entry.network != 0, position(of: entry.network) == nil {
            elsewhere.note("\(named("journal row", entry.id)) is of no network")
        }
        if Instant(microseconds: entry.at).milliseconds > IDGenerator.milliseconds(of: entry.id) {
            note(entry.network, "\(named("journal row", entry.id)) is dated after its id")
        }
        look(for: entry.actor, .person, in: entry.network, named("journal row", entry.id))
        look(for: entry.behalf, .member, in: entry.network, named("journal row", entry.id))
        if entry.act == .imported { imports.insert(entry.id) }
        if entry.act == .seal { checkSealing(entry) }
        entry.workEvents { workEvents.add($0) }
        takeMarks(of: entry)
        grants.see(entry) { register.has($0, .person, position: nil) }
        try recomputeJournalSeals(entry)
    }

    /// Takes the seals that a row of the journal says were made; no person may have done that.
    private func checkSealing(_ entry: JournalRow) {
        for id in entry.subjects { sealed.insert(id) }
        if entry.actor != nil || entry.behalf != nil || entry.network != 0 {
            elsewhere.note("\(named("journal row", entry.id)) made seals, and somebody did that")
        }
    }

    private func recomputeJournalSeals(_ entry: JournalRow) throws {
        if entry.network == 0 {
            for problem in try journalSeals.take(entry, tx) { elsewhere.note(problem) }
        } else if let position = position(of: entry.network) {
            for problem in try networks[position].journalSeals.take(entry, tx) {
                networks[position].problems.note(problem)
            }
        }
    }
}
