package import Ledger
internal import Store

/// The marks that an operation has yet to write to the journal.
struct DeskMarks {
    /// The identity of a row that is changed.
    struct Name: Hashable, Comparable {
        /// The number of its table; see ``MarkedTable/number``.
        let table: Int64
        let id: Int64

        static func < (one: Name, other: Name) -> Bool {
            (one.table, one.id) < (other.table, other.id)
        }
    }

    /// The rows created or changed, each with the mark it had before; 0 for a new row.
    fileprivate(set) var touched: [Name: Int64] = [:]
    /// Marks that are computed already.
    fileprivate(set) var known: [OwnedMark] = []
    /// How much the summed marks of imported rows grew.
    fileprivate(set) var grown: [Name: Int64] = [:]
    /// Whether they go into journal rows of their own instead of the operation's row.
    var areApart = false

    var isEmpty: Bool { touched.isEmpty && known.isEmpty && grown.isEmpty }

    /// The maximum number of marks in a journal row.
    static let most = 1_000
}

extension Desk {
    /// Records that a row was created, so that the journal gets its mark; call it after the insert.
    package func makes<Of>(_ table: Table, _ id: ID<Of>) throws {
        try writeFullMarks()
        let name = DeskMarks.Name(table: try scheme.marked.require(table).number, id: id.raw)
        if marks.touched[name] == nil { marks.touched[name] = 0 }
    }

    /// Records that a row is about to change, and locks it for this transaction.
    ///
    /// Call it immediately before the statement that changes the row: it reads the mark from
    /// before.
    package func changes<Of>(_ table: Table, _ id: ID<Of>) throws {
        try writeFullMarks()
        let marked = try scheme.marked.require(table)
        let name = DeskMarks.Name(table: marked.number, id: id.raw)
        guard marks.touched[name] == nil else { return }
        try tx.alone(on: id.raw)
        let before = try marked.marks(of: [id.raw], tx)[id.raw]
        marks.touched[name] = before?.value ?? 0
    }

    /// Records the mark of a new row that never changes, from the values of its marked columns.
    func mark(
        _ table: Table,
        of owner: Int64,
        in network: Int64,
        _ values: any Bindable...
    ) throws {
        try writeFullMarks()
        let marked = try scheme.marked.require(table)
        let mark = marked.mark(of: owner, in: network, values)
        if marked.isSummed {
            let name = DeskMarks.Name(table: marked.number, id: owner)
            marks.grown[name, default: 0] &+= mark.value
        } else {
            marks.known.append(OwnedMark(owner: owner, mark: mark))
        }
    }

    /// Adds computed marks to the operation's journal row.
    func keep(_ known: [OwnedMark]) { marks.known += known }

    /// Returns the numbers for the end of the operation's journal row: each id, then its marks.
    ///
    /// It is empty where the marks went into rows of their own.
    func markList() throws -> [Int64] {
        guard !marks.isEmpty else { return [] }
        guard !marks.areApart else {
            try writeMarks()
            return []
        }
        return Self.list(try takeMarks())
    }

    /// Writes the pending marks into a journal row of their own, if there are any.
    func writeMarks() throws {
        let taken = try takeMarks()
        guard !taken.isEmpty else { return }
        try writeMarks(taken)
    }

    /// Writes a journal row with only these marks.
    ///
    /// A row without marks states that from now on every row has one.
    func writeMarks(_ list: [OwnedMark]) throws {
        try record(MarkRows.name, as: unlistedID(), behalf: nil, Self.list(list))
    }

    private func writeFullMarks() throws {
        if marks.touched.count + marks.known.count >= DeskMarks.most { try writeMarks() }
    }

    private func takeMarks() throws -> [OwnedMark] {
        var list = marks.known
        for table in scheme.marked.all {
            let ids = marks.touched.keys.filter { $0.table == table.number }.map(\.id).sorted()
            guard !ids.isEmpty else { continue }
            let now = try table.marks(of: ids, tx)
            for id in ids {
                let before = marks.touched[DeskMarks.Name(table: table.number, id: id)] ?? 0
                list.append(
                    OwnedMark(owner: id, mark: Mark(table, (now[id]?.value ?? 0) &- before))
                )
            }
        }
        for (name, sum) in marks.grown.sorted(by: { $0.key < $1.key }) {
            list.append(OwnedMark(owner: name.id, mark: Mark(of: name.table, sum)))
        }
        marks.touched.removeAll(keepingCapacity: true)
        marks.known.removeAll(keepingCapacity: true)
        marks.grown.removeAll(keepingCapacity: true)
        // A summed mark of zero means no change.
        return list.filter {
            scheme.marked[$0.mark.table]?.isSummed != true || $0.mark.value != 0
        }
    }

    private static func list(_ marks: [OwnedMark]) -> [Int64] {
        var list: [Int64] = []
        var last: Int64?
        for one in marks {
            if one.owner != last { list.append(one.owner) }
            last = one.owner
            list.append(one.mark.raw)
        }
        return list
    }
}
