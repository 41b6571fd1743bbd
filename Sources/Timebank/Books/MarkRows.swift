internal import Ledger
internal import Store

/// Records marks of rows that have none yet, or that from here on every row has one.
package struct MarkRows: Operation {
    /// Ids, each with its marks after it; none says that every row has a mark.
    package let marks: [Int64]
    /// How often this was done when it was found out what is missing.
    package let turn: Int64

    package static let name = "books.mark"
    package static let access: Access = .operator
    package var subject: Subject { .installation }

    /// Marks to record, where nobody has recorded any since `turn`.
    package init(marks: [Int64], turn: Int64) {
        self.marks = marks
        self.turn = turn
    }

    /// Somebody else has recorded marks, so it has to be found out anew what is missing.
    fileprivate static var isLate: FieldRefusal { .invalid(field: "turn", .taken) }

    package func run(at desk: Desk) throws -> Done {
        // What rows should be is nobody's to say who has no rights on the store itself.
        guard desk.actor == .console else { throw AccessRefusal.notAllowed }
        guard try desk.tx.takeMarkTurn(turn, isLast: marks.isEmpty) else {
            throw Self.isLate
        }
        desk.keep(JournalRow.marks(in: marks))
        return Done()
    }
}

/// Gives marks to rows that were there before there were any, in small steps.
///
/// What is missing of a row is what its mark is now without what the journal says that it grew.
/// No change of a row changes that, so it can be found out in one long look beside everything else
/// and recorded afterwards; only it must not be recorded twice.
struct Marking: Sendable {
    private let bank: Bank
    /// How many marks are looked for at once.
    private let most: Int

    /// The marking of a bank's books.
    init(_ bank: Bank, most: Int = 100_000) {
        self.bank = bank
        self.most = most
    }

    /// Records what is missing; does nothing where nothing is.
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

/// What the journal lacks of marks.
enum Unmarked: Sendable {
    /// There is nothing that could have one.
    case nothing
    /// It says that every row has one.
    case everything
    /// These, of which there may be more; none where only that has to be said. `turn` is how often
    /// marks were recorded before.
    case missing([OwnedMark], turn: Int64)
}

extension Transaction {
    /// How often missing marks were recorded, and whether that is over.
    func markTurn() throws -> (turn: Int64, isLast: Bool) {
        try first("SELECT beat, holder FROM duty WHERE name = $1", MarkRows.name) {
            ($0.integer(0), $0.integer(1) == 1)
        } ?? (0, false)
    }

    /// Takes the next turn in recording marks; false where somebody else has it.
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

    /// What the journal lacks of marks, at most so many.
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
            // Of what was brought in, all of a network's.
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

    /// The rows of those who were erased, by the number of their table; what is left of them need
    /// not be what it was.
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
    /// Has every row marked from the beginning, in a store that has no network yet.
    func beginMarks() throws {
        let hasNetwork = try tx.first("SELECT 1 FROM network LIMIT 1") { _ in true } ?? false
        guard !hasNetwork, try !tx.markTurn().isLast else { return }
        // Of two first networks at once the second waits here, and is the second then.
        guard try tx.takeMarkTurn(tx.markTurn().turn, isLast: true) else { return }
        let unmarked = try tx.beyond { try tx.unmarked(of: scheme.marked, most: .max) }
        if case .everything = unmarked { return }
        if case .missing(let missing, _) = unmarked, !missing.isEmpty { try writeMarks(missing) }
        try writeMarks([])
    }
}
