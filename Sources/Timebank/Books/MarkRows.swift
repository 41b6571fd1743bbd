internal import Ledger
internal import Store

/// Records marks that the journal lacks, or states that from now on every row has a mark.
package struct MarkRows: Operation {
    /// Ids, each followed by its marks; empty to state that every row has a mark.
    package let marks: [Int64]
    /// The number of such operations done when the missing marks were computed.
    package let turn: Int64

    package static let name = "books.mark"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Creates an operation that records these marks, unless others were recorded after `turn`.
    package init(marks: [Int64], turn: Int64) {
        self.marks = marks
        self.turn = turn
    }

    /// The refusal where others were recorded since, so that the missing marks must be computed
    /// again.
    fileprivate static var isLate: FieldRefusal { .invalid(field: "turn", .taken) }

    package func run(at desk: Desk) throws -> Done {
        // Recording marks decides which rows pass as unchanged, so no person may do it, not even an
        // operator.
        guard desk.actor == .console else { throw AccessRefusal.notAllowed }
        guard try desk.tx.takeMarkTurn(turn, isLast: marks.isEmpty) else {
            throw Self.isLate
        }
        desk.keep(JournalRow.marks(in: marks))
        return Done()
    }
}

/// Adds the marks of rows that an older version wrote without marks, in small batches.
///
/// The missing mark of a row is its present mark minus the sum of what the journal has for it.
/// Later changes of the row change both by the same amount. So the missing marks can be computed in
/// a long read transaction and recorded afterwards; only nothing may be recorded twice, which
/// `turn` prevents.
struct Marking: Sendable {
    private let bank: Bank
    /// The maximum number of marks computed at once.
    private let most: Int

    /// Creates the marking of a bank's rows.
    init(_ bank: Bank, most: Int = 100_000) {
        self.bank = bank
        self.most = most
    }

    /// Records all missing marks; does nothing where that has been done.
    func run() async throws {
        let isDone = try await bank.database.read(in: .none) { try $0.markTurn().isLast }
        guard !isDone else { return }
        let (tables, most) = (bank.scheme.marked, most)
        while true {
            let found = try await bank.database.report(in: .whole) {
                try $0.unmarked(of: tables, most: most)
            }
            switch found {
            case .nothing: return
            case .everything:
                try await bank.database.write(in: .none) { tx in
                    _ = try tx.takeMarkTurn(tx.markTurn().turn, isLast: true)
                }
                return
            case .missing(let marks, let turn):
                do { try await record(marks, turn) } catch let refusal as any Refusal {
                    guard refusal.isSame(as: MarkRows.isLate) else { throw refusal }
                }
            }
        }
    }

    private func record(_ marks: [OwnedMark], _ turn: Int64) async throws {
        var turn = turn
        for start in stride(from: 0, to: max(marks.count, 1), by: DeskMarks.most) {
            let step = marks[start..<min(start + DeskMarks.most, marks.count)]
            _ = try await bank.perform(
                MarkRows(marks: step.flatMap { [$0.owner, $0.mark.raw] }, turn: turn),
                as: .console
            )
            turn += 1
        }
    }
}

/// What a search for missing marks found.
enum Unmarked: Sendable {
    /// The journal is empty, and no row needs a mark.
    case nothing
    /// The journal states that every row has a mark.
    case everything
    /// These marks are missing, and there may be more; if empty, only the statement is missing.
    ///
    /// `turn` is the number of operations that recorded missing marks before.
    case missing([OwnedMark], turn: Int64)
}

extension Transaction {
    /// Returns how many operations recorded missing marks, and whether that is complete.
    func markTurn() throws -> (turn: Int64, isLast: Bool) {
        try first("SELECT beat, holder FROM duty WHERE name = $1", MarkRows.name) {
            ($0.integer(0), $0.integer(1) == 1)
        } ?? (0, false)
    }

    /// Counts one more operation that records marks; false where `turn` is not the present number.
    func takeMarkTurn(_ turn: Int64, isLast: Bool) throws -> Bool {
        let holder: Int64 = isLast ? 1 : 0
        if turn == 0 {
            return try change(
                """
                INSERT INTO duty (name, holder, beat) VALUES ($1, $2, 1)
                ON CONFLICT (name) DO NOTHING
                """,
                MarkRows.name,
                holder
            ) == 1
        }
        return try change(
            "UPDATE duty SET beat = beat + 1, holder = $1 WHERE name = $2 AND beat = $3",
            holder,
            MarkRows.name,
            turn
        ) == 1
    }

    /// Finds the marks that the journal lacks, about `most` at a time.
    func unmarked(of tables: MarkedTables, most: Int) throws -> Unmarked {
        var sums: [DeskMarks.Name: Int64] = [:]
        var seen: Set<Mark> = []
        var (hasRows, isComplete) = (false, false)
        var journal = JournalWalk()
        try journal.finish(self) { row in
            hasRows = true
            if row.saysAllIsMarked { isComplete = true }
            for one in row.marks {
                guard let table = tables[one.mark.table] else { continue }
                if table.isSummed {
                    let name = DeskMarks.Name(table: table.number, id: one.owner)
                    sums[name, default: 0] &+= one.mark.value
                } else {
                    seen.insert(one.mark)
                }
            }
        }
        if isComplete { return .everything }
        let turn = try markTurn().turn
        let missing = try missing(of: tables, sums, seen, most)
        return hasRows || !missing.isEmpty ? .missing(missing, turn: turn) : .nothing
    }

    private func missing(
        of tables: MarkedTables,
        _ sums: [DeskMarks.Name: Int64],
        _ seen: Set<Mark>,
        _ most: Int
    ) throws -> [OwnedMark] {
        var missing: [OwnedMark] = []
        let erased = try erased(of: tables)
        for table in tables.all where missing.count < most {
            // The sums of the marks of tables with one mark for each network.
            var grown: [Int64: Int64] = [:]
            try table.each(self) { row in
                if erased[table.number]?.contains(row.owner) == true { return true }
                if table.isSummary {
                    grown[row.owner, default: 0] &+= row.mark.value
                } else if table.isSummed {
                    let name = DeskMarks.Name(table: table.number, id: row.owner)
                    let mark = Mark(table, row.mark.value &- (sums[name] ?? 0))
                    if mark.value != 0 { missing.append(OwnedMark(owner: row.owner, mark: mark)) }
                } else if !seen.contains(row.mark) {
                    missing.append(OwnedMark(owner: row.owner, mark: row.mark))
                }
                return missing.count < most
            }
            for (owner, sum) in grown.sorted(by: { $0.key < $1.key }) {
                let name = DeskMarks.Name(table: table.number, id: owner)
                let mark = Mark(table, sum &- (sums[name] ?? 0))
                if mark.value != 0 { missing.append(OwnedMark(owner: owner, mark: mark)) }
            }
        }
        return missing
    }

    /// Returns the ids of erased rows by the number of their table; their marks need not match.
    func erased(of tables: MarkedTables) throws -> [Int64: Set<Int64>] {
        var found: [Int64: Set<Int64>] = [:]
        for table in tables.all {
            guard let erased = table.erased else { continue }
            found[table.number] = Set(try all(erased.ids) { $0.integer(0) })
        }
        return found
    }
}

extension Desk {
    /// States that every row has a mark, in a store that has no network yet.
    func beginMarks() throws {
        let hasNetwork = try tx.first("SELECT 1 FROM network LIMIT 1") { _ in true } ?? false
        guard !hasNetwork, try !tx.markTurn().isLast else { return }
        // Of two concurrent first networks the second waits here, and then is not the first.
        guard try tx.takeMarkTurn(tx.markTurn().turn, isLast: true) else { return }
        let unmarked = try tx.beyond { try tx.unmarked(of: scheme.marked, most: .max) }
        if case .everything = unmarked { return }
        if case .missing(let missing, _) = unmarked, !missing.isEmpty { try writeMarks(missing) }
        try writeMarks([])
    }
}
