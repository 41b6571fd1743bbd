internal import Ledger
internal import Store

/// Writes a list of transfers into a network, in the order of the file.
struct TransferWriting {
    private let list: TransferList
    private let desk: Desk
    private let tx: Transaction
    private let network: Network
    private let progress: ImportProgress
    /// The id of each row's transfer; nil until it is found or recorded.
    private var ids: [Transfer.ID?]
    /// Whether the network had the row's transfer before this import.
    private var isKnown: [Bool]
    private var accounts: RowAccounts
    private var problems = ProblemList()

    /// Creates a writer of a list in the desk's transaction and network.
    init(_ list: TransferList, at desk: Desk, progress: ImportProgress) throws {
        self.list = list
        self.desk = desk
        self.progress = progress
        tx = desk.tx
        network = try desk.here
        ids = Array(repeating: nil, count: list.entries.count)
        isKnown = Array(repeating: false, count: list.entries.count)
        accounts = try RowAccounts(list.names, at: desk)
    }

    /// Writes the transfers that the network does not have yet.
    ///
    /// - Throws: ``ImportFailed`` where a row is rejected.
    mutating func run() throws -> ImportTally {
        try findKnown()
        guard problems.isEmpty else { throw ImportFailed(problems) }
        let new = list.entries.indices.filter { !isKnown[$0] && !list.copies.contains($0) }
        try requirePast(new)
        try accounts.makeMissing(for: new, of: list)
        let posting = try BulkPosting(at: desk)
        try posting.take(accounts.needed(for: new, of: list))
        for (count, row) in new.enumerated() {
            progress.tell(.writing, count, of: new.count)
            try post(row, by: posting)
        }
        try posting.finish()
        for position in list.order {
            let row = Int(position)
            guard !isKnown[row], !list.copies.contains(row), let id = ids[row] else { continue }
            try desk.keep(list.references.text(row), for: id)
        }
        for row in [new.first, new.last] { if let row, let id = ids[row] { desk.touch(id) } }
        return ImportTally(
            rows: list.entries.count,
            added: new.count,
            members: accounts.madeMembers,
            organisations: accounts.madeOrganisations
        )
    }

    /// Rejects rows dated in the future.
    ///
    /// One day is allowed, since some files give times without a time zone.
    private mutating func requirePast(_ rows: [Int]) throws {
        let latest = (desk.now + .seconds(86_400)).microseconds
        for row in rows where list.entries[row].at > latest {
            let entry = list.entries[row]
            problems.note(
                ImportProblem(
                    line: Int(entry.line),
                    column: list.dated,
                    value: Instant(microseconds: entry.at).rfc3339,
                    reason: .notYet
                )
            )
        }
        guard problems.isEmpty else { throw ImportFailed(problems) }
    }

    private mutating func post(_ row: Int, by posting: BulkPosting) throws {
        let (entry, kind) = (list.entries[row], list.kind(of: row))
        guard let from = accounts[entry.from], let to = accounts[entry.to] else {
            throw StoreError.failed("line \(entry.line) names an account that was not made")
        }
        let at = entry.at == TransferList.undated ? desk.now : Instant(microseconds: entry.at)
        let minutes = Minutes(Int64(entry.minutes))
        do {
            guard kind == .reversal else {
                ids[row] = try posting.post(
                    kind,
                    from: from,
                    to: to,
                    minutes,
                    at: at,
                    memo: list.memos.text(row)
                ).id
                return
            }
            let target = try target(of: row)
            let back = try posting.post(
                .reversal,
                from: from,
                to: to,
                minutes,
                at: at,
                reverses: target.id
            )
            ids[row] = back.id
            if let old = target.known {
                try desk.noteReversal(of: old, by: back.id)
            } else {
                // The target is a row of this file, and the list has checked that no other row
                // reverses it.
                try tx.add(
                    [target.id.bound, back.id.bound, network.id.bound],
                    by: Transfer.reversalInsertion
                )
            }
        } catch let refusal as any Refusal {
            throw ImportFailed(
                ImportProblem(
                    line: Int(entry.line),
                    column: "minutes",
                    value: "\(entry.minutes)",
                    reason: .refused(refusal)
                )
            )
        }
    }
}

extension TransferWriting {
    /// Finds what a reversal reverses: a row of this file, or a transfer that was stored before.
    private func target(of row: Int) throws -> (id: Transfer.ID, known: Transfer?) {
        if let target = list.targets[row], let id = ids[target] {
            return (id, isKnown[target] ? try tx.transfer(id, in: network.id) : nil)
        }
        guard let id = try known(list.memos.text(row)),
            let old = try tx.transfer(id, in: network.id)
        else {
            throw ImportFailed(list.problem(row, "memo", list.memos, .nothingToReverse))
        }
        let entry = list.entries[row]
        guard old.kind != .reversal, old.minutes.count == Int64(entry.minutes),
            old.from == accounts[entry.to], old.to == accounts[entry.from]
        else { throw ImportFailed(list.problem(row, "memo", list.memos, .notItsReversal)) }
        return (id, old)
    }

    /// Finds the rows that the network has, and notes those whose id is used for another transfer.
    private mutating func findKnown() throws {
        let hasReferences = try tx.hasReferences(in: network.id)
        if hasReferences { try findReferences() }
        if hasReferences || list.hasIDs { try findIDs() }
        guard list.hasIDs else { return }
        for (count, position) in list.order.enumerated() {
            let row = Int(position)
            guard isKnown[row], let id = ids[row] else { continue }
            progress.tell(.comparing, count, of: list.order.count)
            if try !isSame(row, as: id) {
                problems.note(list.problem(row, "id", list.references, .idTaken))
            }
        }
    }

    private mutating func note(_ row: Int, is id: Transfer.ID) {
        guard !list.copies.contains(row) else { return }
        isKnown[row] = true
        ids[row] = id
    }

    /// Finds the rows that were imported before, by merging the sorted references of file and
    /// network.
    private mutating func findReferences() throws {
        var next = 0
        while next < list.order.count {
            progress.tell(.comparing, next, of: list.order.count)
            let first = list.references.text(Int(list.order[next]))
            let page = try tx.references(from: first, in: network.id)
            var position = 0
            while position < page.count, next < list.order.count {
                let row = Int(list.order[next])
                let (ours, theirs) = (page[position].bytes, list.references[row])
                if ours.lexicographicallyPrecedes(theirs) {
                    position += 1
                } else {
                    if ours.elementsEqual(theirs) { note(row, is: page[position].transfer) }
                    next += 1
                }
            }
            if page.count < Transaction.referencePage { return }
        }
    }

    /// Finds the rows whose id is that of a transfer in this network, in batches of 500 queries.
    private mutating func findIDs() throws {
        let some = list.order.lazy.map { Int($0) }
        var asked: [(row: Int, id: Transfer.ID, isThere: Later<Bool>)] = []
        for (count, row) in some.enumerated() where !isKnown[row] {
            guard !list.copies.contains(row), let id = Transfer.ID(list.references.text(row))
            else { continue }
            asked.append((row, id, try tx.isThere(id, in: network.id)))
            guard asked.count == 500 else { continue }
            progress.tell(.comparing, count, of: list.order.count)
            try noteThose(asked)
            asked = []
        }
        try noteThose(asked)
    }

    private mutating func noteThose(
        _ asked: [(row: Int, id: Transfer.ID, isThere: Later<Bool>)]
    ) throws {
        for one in asked where try one.isThere.value() ?? false { note(one.row, is: one.id) }
    }

    /// Returns the transfer that was imported under this reference, or has it as its id.
    private func known(_ text: String) throws -> Transfer.ID? {
        if let id = try tx.transfer(brought: text, in: network.id) { return id }
        guard let id = Transfer.ID(text) else { return nil }
        return try tx.transfer(id, in: network.id)?.id
    }

    private func isSame(_ row: Int, as id: Transfer.ID) throws -> Bool {
        let entry = list.entries[row]
        guard let there = try tx.transfer(id, in: network.id), there.kind == list.kind(of: row),
            there.minutes.count == Int64(entry.minutes),
            entry.at == TransferList.undated || there.at.microseconds == entry.at,
            there.from == accounts[entry.from], there.to == accounts[entry.to]
        else { return false }
        guard let reversed = there.reverses else {
            return try tx.memo(of: id).written.trimmed == list.memos.text(row)
        }
        return try known(list.memos.text(row)) == reversed
    }
}
