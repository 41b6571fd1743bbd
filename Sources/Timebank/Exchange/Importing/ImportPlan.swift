internal import Ledger

/// A file that was read and checked, as far as it can be without the network.
struct ImportPlan: Sendable {
    let kind: FileKind
    let format: ImportFormat
    /// Whether all is tried and nothing kept.
    let isRehearsal: Bool
    let progress: ImportProgress
    /// What the rows are; nil for a file that will not do as a whole.
    let content: (any ImportContent)?
    let problems: ProblemList
    /// How many rows were read, bad ones too.
    let rows: Int
    /// How many amounts were rounded to whole minutes.
    let rounded: Int
    /// Columns that nothing was read from.
    let unused: [String]
    /// What rows say and is left out all the same.
    let dropped: ProblemList

    /// Reads a file to its end.
    ///
    /// `credit`: how many minutes one unit is, in formats that count in units.
    /// - `bytes`: The file from its beginning, the same each time.
    /// - Throws: what the source throws.
    init(
        _ kind: FileKind,
        _ format: ImportFormat,
        isRehearsal: Bool,
        credit: Minutes,
        progress: ImportProgress,
        from bytes: @escaping ImportBytes
    ) throws {
        self.kind = kind
        self.format = format
        self.isRehearsal = isRehearsal
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

    /// Writes the rows at a desk.
    ///
    /// - Throws: ``ImportStopped`` where a row will not do.
    func write(at desk: Desk) throws -> ImportTally {
        try content?.write(at: desk, progress: progress) ?? ImportTally(rows: 0, added: 0)
    }
}
