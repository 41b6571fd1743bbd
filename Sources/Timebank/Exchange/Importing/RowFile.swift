internal import Ledger

/// The rows of a file that is read again each time they are needed.
///
/// So a large file needs no more memory than a small one.
struct RowFile: Sendable {
    /// The number of rows found when the file was checked.
    let count: Int
    private let columns: FileColumns
    private let open: @Sendable () throws -> CSVReader
    private let make: @Sendable (RowCells, String) throws -> any ImportedRow
    /// Whether rows are identified by a reference: their id or, without one, a hash of their text.
    private let isReferenced: Bool
    /// Whether writing a row may change the stored balance of an account.
    let changesAccounts: Bool
    /// Whether all written rows are checked together at the end.
    let looksBack: Bool
    /// The row type's ``ImportedRow/lookBack(on:since:in:)``.
    private let look: @Sendable (RowFile, Int64, RowWriting) throws -> ProblemList
    /// The positions of the columns that identify a row without an id.
    private let identifying: [Int]

    /// Creates a file whose rows are all of one type.
    ///
    /// - unread: The names of columns that are not imported; their text is not part of what
    ///   identifies a row.
    /// - open: Opens the file at its first data row, with the same content each time.
    /// - make: Creates a row from its cells and the reference that identifies it.
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

    /// Returns warnings about rows that were written after `id` was drawn.
    func lookBack(since id: Int64, in writing: RowWriting) throws -> ProblemList {
        try look(self, id, writing)
    }

    /// Reads the rows in file order, passes each to `body`, and collects errors in `problems`.
    ///
    /// - Throws: what `body` throws, except ``ImportProblem``, which is collected.
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
    /// Returns the reference that identifies the row: its id or, without one, a hash of its text.
    ///
    /// - columns: The positions of the columns whose text is hashed.
    /// - Throws: ``ImportProblem`` if the id is malformed.
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
