package import Ledger
internal import Store

/// The marks that an operation has still to write down.
struct DeskMarks {
    /// A row that is changed.
    struct Name: Hashable, Comparable {
        /// The number of its table.
        let table: Int64
        let id: Int64

        static func < (one: Name, other: Name) -> Bool {
            (one.table, one.id) < (other.table, other.id)
        }
    }

    /// Rows that are made or changed, with the mark from before; 0 where there was none.
    fileprivate(set) var touched: [Name: Int64] = [:]
    /// Marks that are known already.
    fileprivate(set) var known: [OwnedMark] = []
    /// How much the marks of what was brought in grew.
    fileprivate(set) var grown: [Name: Int64] = [:]
    /// Whether they go into rows of their own, and not into the operation's.
    var areApart = false

    var isEmpty: Bool { touched.isEmpty && known.isEmpty && grown.isEmpty }

    /// How many a row of the journal takes.
    static let most = 1_000
}

extension Desk {
    /// Says, after its statement, that a row was made, so that the journal gets its mark.
    package func makes<Of>(_ table: Table, _ id: ID<Of>) throws {
        try writeFullMarks()
        let name = DeskMarks.Name(table: try scheme.marked.require(table).number, id: id.raw)
        if marks.touched[name] == nil { marks.touched[name] = 0 }
    }

    /// Says, before its statement, that a row is changed, and is alone with it from here on.
    ///
    /// The statement follows at once.
    package func changes<Of>(_ table: Table, _ id: ID<Of>) throws {
        try writeFullMarks()
        let marked = try scheme.marked.require(table)
        let name = DeskMarks.Name(table: marked.number, id: id.raw)
        guard marks.touched[name] == nil else { return }
        try tx.alone(on: id.raw)
        let before = try marked.marks(of: [id.raw], tx)[id.raw]
        marks.touched[name] = before?.value ?? 0
    }

    /// Notes the mark of a row that is never changed and whose columns are at hand.
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

    /// Writes marks that are known into the operation's own row.
    func keep(_ known: [OwnedMark]) { marks.known += known }

    /// The marks to write at the end of the operation's row: each id with its marks after it.
    func markList() throws -> [Int64] {
        guard !marks.isEmpty else { return [] }
        guard !marks.areApart else {
            try writeMarks()
            return []
        }
        return Self.list(try takeMarks())
    }

    /// Writes what is known of marks into a row of its own, where the operation has none.
    func writeMarks() throws {
        let taken = try takeMarks()
        guard !taken.isEmpty else { return }
        try writeMarks(taken)
    }

    /// Writes a row of the journal with these marks and nothing else; one without any says that
    /// from here on every row has a mark.
    func writeMarks(_ list: [OwnedMark]) throws {
        try record(MarkRows.name, as: quietID(), behalf: nil, Self.list(list))
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
        // Where nothing grew there is nothing to say.
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
