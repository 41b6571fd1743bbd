internal import Ledger
internal import Store

// Checks settings, rules and sign-ins against the marks in the journal.
extension Audit {
    /// Computes the marks of all rows as they are now, before the journal is read.
    func readMarks() throws {
        marks.erased = try tx.erased(of: marked)
        for table in marked.all where table.isSummary { try addUp(table) }
        for table in marked.all where !table.isSummary {
            try table.each(tx) { row in
                if table.isSummed {
                    if !isErased(table, row.owner) {
                        marks.sums.add(row.owner, 0 &- row.mark.value)
                    }
                } else {
                    marks.unseen.insert(row.mark)
                }
                return true
            }
        }
    }

    /// Subtracts the sum of a table's marks for each network; such tables may have millions of
    /// rows.
    private func addUp(_ table: MarkedTable) throws {
        var (owner, sum, isLost) = (Int64(0), Int64(0), false)
        let target = table.columns.count + 2
        try table.each(tx) { row in
            if table.seesTarget, row.isNull(target) { isLost = true }
        } _: { row in
            if row.owner != owner {
                marks.sums.add(owner, 0 &- sum)
                (owner, sum) = (row.owner, 0)
            }
            sum &+= row.mark.value
            return true
        }
        marks.sums.add(owner, 0 &- sum)
        if isLost { marks.lost.insert(table.name) }
    }

    /// Applies the marks of a journal row.
    func takeMarks(of entry: JournalRow) {
        if entry.saysAllIsMarked { marks.areComplete = true }
        for one in entry.marks {
            guard let table = marked[one.mark.table] else { continue }
            if !table.isSummed {
                marks.unseen.remove(one.mark)
            } else if !isErased(table, one.owner) {
                marks.sums.add(one.owner, one.mark.value)
            }
        }
    }

    /// Reports rows that differ from the journal, if it says that every row has a mark.
    func compareMarks() throws {
        guard marks.areComplete else { return }
        try checkErased()
        if !marks.unseen.isEmpty {
            for table in marked.all where !table.isSummed {
                try table.each(tx) { row in
                    guard marks.unseen.contains(row.mark) else { return true }
                    note(
                        row.network,
                        """
                        \(table.words(row.owner)): nobody made it so, as far as the journal says
                        """
                    )
                    return true
                }
            }
        }
        if !marks.sums.areEven { try findUneven() }
    }

    /// Reads the marked rows and the journal again, to find which rows differ.
    private func findUneven() throws {
        var found: [DeskMarks.Name: Uneven] = [:]
        for table in marked.all where table.isSummed {
            try table.each(tx) { row in
                guard marks.sums.isUneven(at: row.owner), !isErased(table, row.owner) else {
                    return true
                }
                let name = DeskMarks.Name(table: table.number, id: row.owner)
                var one = found[name] ?? Uneven(network: row.network)
                one.sum &-= row.mark.value
                one.hasRow = true
                found[name] = one
                return true
            }
        }
        var journal = JournalWalk()
        try journal.finish(tx) { entry in
            for mark in entry.marks {
                guard let table = marked[mark.mark.table], table.isSummed,
                    marks.sums.isUneven(at: mark.owner), !isErased(table, mark.owner)
                else { continue }
                let name = DeskMarks.Name(table: table.number, id: mark.owner)
                var one = found[name] ?? Uneven(network: entry.network)
                one.sum &+= mark.mark.value
                one.isKnown = true
                found[name] = one
            }
        }
        for (name, one) in found.sorted(by: { $0.key < $1.key }) where !Mark.isNothing(one.sum) {
            guard let table = marked[name.table] else { continue }
            // An erasure or an expiry may have deleted it.
            if table.mayGo, !one.hasRow { continue }
            let wrong =
                !one.hasRow
                ? "the journal says that there is more"
                : one.isKnown
                    ? "not as the journal says that it was left"
                    : "nobody made it so, as far as the journal says"
            note(one.network, "\(table.words(name.id)): \(wrong)")
        }
    }

    /// Reports erased rows that still have data which an erasure removes.
    private func checkErased() throws {
        for table in marked.all {
            guard let erased = table.erased else { continue }
            try tx.each(erased.undone) { row in
                note(row.integer(0), "\(table.words(row.integer(1))) was erased, and is not")
                return true
            }
        }
    }

    private func isErased(_ table: MarkedTable, _ id: Int64) -> Bool {
        table.erased != nil && marks.erased[table.number]?.contains(id) == true
    }

    private struct Uneven {
        let network: Int64
        var sum: Int64 = 0
        var hasRow = false
        var isKnown = false
    }
}

/// The state of marks during an audit.
struct MarkBooks {
    /// Of tables whose marks are summed: the marks in the journal minus those of the rows.
    var sums = MarkSums()
    /// The marks of rows that never change and that the journal has not named so far.
    var unseen: Set<Mark> = []
    /// The names of tables in which a row refers to something that does not exist.
    var lost: Set<String> = []
    /// The ids of erased rows, by the number of their table.
    var erased: [Int64: Set<Int64>] = [:]
    /// Whether the journal says that every row has a mark.
    var areComplete = false
}

/// Sums of marks in 4,096 buckets, by the low bits of the owner's id.
///
/// A second pass then looks only at the owners in buckets that are not zero.
struct MarkSums {
    private var sums = [Int64](repeating: 0, count: 4_096)

    /// Whether the rows agree with the journal.
    var areEven: Bool { sums.allSatisfy(Mark.isNothing) }

    mutating func add(_ owner: Int64, _ value: Int64) { sums[position(owner)] &+= value }

    /// Whether the bucket of this owner is not zero.
    func isUneven(at owner: Int64) -> Bool { !Mark.isNothing(sums[position(owner)]) }

    private func position(_ owner: Int64) -> Int { Int(truncatingIfNeeded: owner) & 4_095 }
}
