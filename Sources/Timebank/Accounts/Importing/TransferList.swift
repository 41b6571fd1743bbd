internal import Ledger

/// The transfers of a file, parsed and checked, in a compact form until they are written.
///
/// A million take about 100 megabytes: 32 bytes for each, plus the texts.
struct TransferList: Sendable {
    /// A row; its accounts are positions in ``names``, and its texts are stored separately.
    struct Entry: Hashable, Sendable {
        /// Microseconds since 1970; ``undated`` where the file has no time.
        let at: Int64
        let line: UInt32
        let from: UInt32
        let to: UInt32
        let minutes: UInt32
        let kind: UInt8

        /// Whether two rows are equal but for their line.
        func isSame(as other: Entry) -> Bool {
            at == other.at && from == other.from && to == other.to && minutes == other.minutes
                && kind == other.kind
        }
    }

    /// The time of a row in a file without times; such a row is dated when it is imported.
    static let undated = Int64.min

    /// Whether rows have ids of their own; other formats derive references from the row's text.
    let hasIDs: Bool
    /// The name of the column with the time.
    let dated: String
    var names = AccountNames()
    private(set) var entries: [Entry] = []
    private(set) var memos = PackedTexts()
    private(set) var references = PackedTexts()
    /// The rows sorted by reference; writing them in this order keeps inserts into the index local.
    private(set) var order: [UInt32] = []
    /// Rows that repeat an earlier row with the same id.
    private(set) var copies: Set<Int> = []
    /// The row that each reversal reverses; missing where that may be a stored transfer.
    private(set) var targets: [Int: Int] = [:]

    /// Creates an empty list.
    init(hasIDs: Bool, dated: String) {
        self.hasIDs = hasIDs
        self.dated = dated
    }

    /// Checks the accounts and the kind of a parsed row, and appends it.
    ///
    /// - Throws: ``ImportProblem`` where the ledger does not allow such a transfer.
    mutating func add(_ row: TransferRow) throws(ImportProblem) {
        let (from, to) = (names.entries[row.from].kind, names.entries[row.to].kind)
        guard row.from != row.to else {
            throw ImportProblem(
                line: row.line,
                column: "to",
                value: names.entries[row.to].account.folded,
                reason: .sameAccount
            )
        }
        guard row.kind.leads(from: from, to: to) else {
            throw ImportProblem(
                line: row.line,
                column: "kind",
                value: row.kind.name,
                reason: .wrongWay(row.kind, from: from, to: to)
            )
        }
        entries.append(
            Entry(
                at: row.at,
                line: UInt32(truncatingIfNeeded: row.line),
                from: UInt32(row.from),
                to: UInt32(row.to),
                minutes: UInt32(row.minutes),
                kind: UInt8(row.kind.rawValue)
            )
        )
        memos.append(row.memo)
        references.append(row.reference)
    }

    func kind(of row: Int) -> TransferKind {
        TransferKind(rawValue: Int64(entries[row].kind)) ?? .opening
    }

    /// Sorts the rows by reference and makes the checks that need all rows: repeated ids,
    /// reversals.
    mutating func settle(noting problems: inout ProblemList) {
        order = references.order()
        findCopies(noting: &problems)
        findTargets(noting: &problems)
    }
}

/// A parsed row of a file of transfers.
struct TransferRow {
    let line: Int
    let reference: ArraySlice<UInt8>
    let at: Int64
    let from: Int
    let to: Int
    /// From 1 to 1,000,000,000.
    let minutes: Int64
    let kind: TransferKind
    let memo: ArraySlice<UInt8>
}

extension TransferList {
    private mutating func findCopies(noting problems: inout ProblemList) {
        var first = 0
        for position in order.indices.dropFirst() {
            let (one, other) = (Int(order[first]), Int(order[position]))
            guard references[one].elementsEqual(references[other]) else {
                first = position
                continue
            }
            if entries[one].isSame(as: entries[other]), memos[one].elementsEqual(memos[other]) {
                copies.insert(other)
            } else {
                problems.note(
                    problem(other, "id", references, .repeated(line: Int(entries[one].line)))
                )
            }
        }
    }

    private mutating func findTargets(noting problems: inout ProblemList) {
        var taken: Set<Int> = []
        for row in entries.indices where kind(of: row) == .reversal && !copies.contains(row) {
            guard let target = references.position(of: memos[row], in: order) else { continue }
            let (back, there) = (entries[row], entries[target])
            let isMirrored =
                back.from == there.to && back.to == there.from && back.minutes == there.minutes
            if target >= row {
                problems.note(problem(row, "memo", memos, .nothingToReverse))
            } else if !isMirrored || kind(of: target) == .reversal {
                problems.note(problem(row, "memo", memos, .notItsReversal))
            } else if !taken.insert(target).inserted {
                problems.note(problem(row, "memo", memos, .reversedTwice))
            }
            targets[row] = target
        }
    }

    /// Returns a problem with one of the texts of a row.
    func problem(
        _ row: Int,
        _ column: String,
        _ texts: PackedTexts,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            line: Int(entries[row].line),
            column: column,
            value: texts.text(row),
            reason: reason
        )
    }
}
