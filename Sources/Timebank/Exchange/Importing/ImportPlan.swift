internal import Ledger

/// A file that was read and checked, as far as it can be without the network.
struct ImportPlan: Sendable {
    /// What the rows are.
    enum Content: Sendable {
        case nothing
        case transfers(TransferList)
        case rows(RowFile)
    }

    let kind: ImportKind
    let format: ImportFormat
    /// Whether all is tried and nothing kept.
    let isRehearsal: Bool
    let progress: ImportProgress
    let content: Content
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
        _ kind: ImportKind,
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
        var content = Content.nothing
        do {
            content = try sheet.read(kind, format, credit: credit, bytes)
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
        switch content {
        case .nothing: return ImportTally(rows: 0, added: 0)
        case .transfers(let list):
            var writing = try TransferWriting(list, at: desk, progress: progress)
            return try writing.run()
        case .rows(let rows):
            return try RowWriting(at: desk).write(rows, progress: progress)
        }
    }
}

extension ImportPlan.Sheet {
    fileprivate mutating func read(
        _ kind: ImportKind,
        _ format: ImportFormat,
        credit: Minutes,
        _ bytes: @escaping ImportBytes
    ) throws -> ImportPlan.Content {
        switch (format, kind) {
        case (.timeoverflow, .members): try timeOverflowUsers(bytes)
        case (.timeoverflow, _): try timeOverflowTransfers(bytes)
        case (.komunitin, _): try komunitin(credit: credit, bytes())
        case (.commonhour, _): try commonhour(kind, bytes)
        }
    }
}
