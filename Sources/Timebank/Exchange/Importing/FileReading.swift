internal import Ledger

/// How the rows of one kind of file are imported.
struct FileReading: Sendable {
    /// Reads a file to its end and collects its errors in the sheet.
    ///
    /// - Throws: ``ImportProblem`` if the file as a whole is unusable, and any error of the source.
    let read: @Sendable (inout ImportPlan.Sheet, OpenFile) throws -> any ImportContent

    /// Creates a reading with its own function, for rows that are read and written in bulk.
    init(
        _ read:
            @escaping @Sendable (inout ImportPlan.Sheet, OpenFile) throws -> any ImportContent
    ) {
        self.read = read
    }

    /// Creates a reading of rows that are read and written one by one.
    static func rows<Row: ImportedRow>(of type: Row.Type) -> FileReading {
        FileReading { sheet, file in try sheet.rows({ try file.reader }, of: type) }
    }
}

/// A file opened for reading.
struct OpenFile: Sendable {
    /// Opens the file's bytes at the beginning, the same each time.
    let bytes: ImportBytes
    /// The minutes in one credit, for formats whose amounts are in credits.
    let credit: Minutes

    /// A new CSV reader, positioned after the header.
    var reader: CSVReader { get throws { try CSVReader(bytes()) } }
}

/// The content of a file that was read and checked, and how to write it.
protocol ImportContent: Sendable {
    /// Writes the rows that the network does not have yet.
    ///
    /// - Throws: ``ImportFailed`` if any row has an error.
    func write(at desk: Desk, progress: ImportProgress) throws -> ImportTally
}

extension RowFile: ImportContent {
    func write(at desk: Desk, progress: ImportProgress) throws -> ImportTally {
        // The journal row must name at least one id. Journal rows of imports without any were
        // written by older versions, which did not record who received a role, and `Grants` treats
        // them as such.
        desk.touch(try desk.here.id)
        return try RowWriting(at: desk).write(self, progress: progress)
    }
}
