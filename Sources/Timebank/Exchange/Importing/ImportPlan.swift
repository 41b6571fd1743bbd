internal import Ledger

/// A file that was read and checked as far as possible without the database.
struct ImportPlan: Sendable {
    let kind: FileKind
    let format: ImportFormat
    /// Whether this is a dry run, which rolls back at the end.
    let isDryRun: Bool
    let progress: ImportProgress
    /// The rows; nil if the file as a whole is unusable.
    let content: (any ImportContent)?
    let problems: ProblemList
    /// The number of data rows read, rows with errors included.
    let rows: Int
    /// The number of amounts that were rounded to whole minutes.
    let rounded: Int
    /// The names of columns that the import does not use.
    let unused: [String]
    /// Cells that are not imported although their rows are, and why.
    let dropped: ProblemList

    /// Reads and checks a whole file.
    ///
    /// Errors in the file do not throw; they are collected in ``problems``.
    ///
    /// - isDryRun: Whether to roll back at the end.
    /// - credit: The minutes in one credit, for formats whose amounts are in credits.
    /// - bytes: Opens the file at the beginning; gives the same bytes each time.
    /// - Throws: any error of the file's source.
    init(
        _ kind: FileKind,
        _ format: ImportFormat,
        isDryRun: Bool,
        credit: Minutes,
        progress: ImportProgress,
        from bytes: @escaping ImportBytes
    ) throws {
        self.kind = kind
        self.format = format
        self.isDryRun = isDryRun
        self.progress = progress
        var sheet = Sheet(progress: progress)
        var content: (any ImportContent)?
        do {
            content = try sheet.read(kind, format, OpenFile(bytes: bytes, credit: credit))
        } catch let problem as ImportProblem {
            sheet.problems.note(problem)
        }
        self.content = content
        problems = sheet.problems
        rows = sheet.rows
        rounded = sheet.rounded
        unused = sheet.unused
        dropped = sheet.dropped
    }

    /// Writes the rows in the operation's transaction.
    ///
    /// - Throws: ``ImportFailed`` if any row has an error.
    func write(at desk: Desk) throws -> ImportTally {
        try content?.write(at: desk, progress: progress) ?? ImportTally(rows: 0, added: 0)
    }
}
