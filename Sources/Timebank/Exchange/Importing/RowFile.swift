internal import Ledger

/// The rows of a file that is read again each time they are gone through, so that a large file
/// takes no more memory than a small one.
struct RowFile: Sendable {
    /// How many rows were found when the file was checked.
    let count: Int
    private let columns: FileColumns
    private let open: @Sendable () throws -> CSVReader
    private let make: @Sendable (RowCells, String) throws -> any ImportedRow
    /// Whether a row is known again by a reference, so that one without an id needs another.
    private let isReferenced: Bool
    /// Whether writing a row may change an account that is counted.
    let changesAccounts: Bool
    /// Whether rows that were written are looked at once more, all together.
    let looksBack: Bool
    private let look: @Sendable (RowFile, Int64, RowWriting) throws -> ProblemList
    /// Where the columns are by which a row without an id is known again.
    private let identifying: [Int]

    /// Rows of one kind.
    ///
    /// - unread: Columns that nothing is read from; what stands there does not count when a row
    ///   is known again.
    /// - open: Gives the file from its beginning, the same each time.
    init<Row: ImportedRow>(
        count: Int,
        _ columns: FileColumns,
        unread: [String] = [],
        open: @escaping @Sendable () throws -> CSVReader,
        make: @escaping @Sendable (RowCells, String) throws(ImportProblem) -> Row
    ) {
        self.count = count
        self.columns = columns
        self.open = open
        self.make = make
        isReferenced = Row.isReferenced
        changesAccounts = Row.changesAccounts
        looksBack = Row.looksBack
        look = { try Row.lookBack(on: $0, since: $1, in: $2) }
        identifying = columns.positions(besides: unread)
    }

    /// What a person should look at, of rows that were written since an id was drawn.
    func lookBack(since id: Int64, in writing: RowWriting) throws -> ProblemList {
        try look(self, id, writing)
    }

    /// Goes through the rows in the order of the file, and notes what will not do.
    func each(
        noting problems: inout ProblemList,
        _ body: (any ImportedRow) throws -> Void
    ) throws {
        var reader = try open()
        var identity = RowIdentity()
        while let record = try reader.next(noting: &problems) {
            if record.isBlank { continue }
            do {
                let cells = RowCells(record, columns)
                let reference =
                    try isReferenced ? cells.reference(or: &identity, of: identifying) : ""
                try body(try make(cells, reference))
            } catch let problem as ImportProblem {
                problems.note(problem)
            }
        }
    }
}

extension RowCells {
    /// What the row is known by: the id that it names, else its own text.
    ///
    /// - columns: Where the columns are whose text counts.
    func reference(
        or identity: inout RowIdentity,
        of columns: [Int]
    ) throws(ImportProblem) -> String {
        guard let cell = self["id"] else {
            return identity.reference(of: columns.map { record[$0].bytes })
        }
        let bytes = try CellText.reference(cell, at: (line, "id"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
