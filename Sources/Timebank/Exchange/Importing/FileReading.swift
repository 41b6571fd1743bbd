internal import Ledger

/// How the rows of a kind of file are brought in.
struct FileReading: Sendable {
    /// Reads a file to its end and notes on the sheet what will not do.
    ///
    /// - Throws: ``ImportProblem`` for a file that will not do as a whole, or what the source
    ///   throws.
    let read: @Sendable (inout ImportPlan.Sheet, OpenFile) throws -> any ImportContent

    /// A reading of its own, for what is read and written in bulk.
    init(
        _ read:
            @escaping @Sendable (inout ImportPlan.Sheet, OpenFile) throws -> any ImportContent
    ) {
        self.read = read
    }

    /// Rows that are each read and written by themselves.
    static func rows<Row: ImportedRow>(of type: Row.Type) -> FileReading {
        FileReading { sheet, file in try sheet.rows({ try file.reader }, of: type) }
    }
}

/// A file that is open for reading.
struct OpenFile: Sendable {
    /// Its bytes from the beginning, the same each time.
    let bytes: ImportBytes
    /// How many minutes one unit is, in formats that count in units.
    let credit: Minutes

    /// What reads its rows, below a header, from the beginning.
    var reader: CSVReader { get throws { try CSVReader(bytes()) } }
}

/// What was read from a file, and how that is written.
protocol ImportContent: Sendable {
    /// Writes what the network does not have yet.
    ///
    /// - Throws: ``ImportStopped`` where a row will not do.
    func write(at desk: Desk, progress: ImportProgress) throws -> ImportTally
}

extension RowFile: ImportContent {
    func write(at desk: Desk, progress: ImportProgress) throws -> ImportTally {
        // A row that names nothing is an older version's, which did not say who got a role.
        desk.touch(try desk.here.id)
        return try RowWriting(at: desk).write(self, progress: progress)
    }
}
