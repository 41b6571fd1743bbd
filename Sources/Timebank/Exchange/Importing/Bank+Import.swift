internal import Ledger
internal import Store

/// Opens a file's bytes at the beginning.
///
/// It must give the same bytes each time: a file is read once to be checked and again to be
/// written.
package typealias ImportBytes = @Sendable () throws -> CSVReader.Source

/// A file to import.
package struct ImportFile {
    package let kind: FileKind
    package let format: ImportFormat
    /// The file's name, without its directory.
    package let name: String
    /// Opens the file's content; may be called several times.
    package let bytes: ImportBytes

    /// Creates a file of a kind, in a program's format.
    package init(
        _ kind: FileKind,
        _ format: ImportFormat = .commonhour,
        name: String,
        bytes: @escaping ImportBytes
    ) {
        self.kind = kind
        self.format = format
        self.name = name
        self.bytes = bytes
    }
}

/// The result of an import.
package struct ImportReport: Sendable {
    package let kind: FileKind
    /// The number of data rows in the file, rows with problems included.
    package let rows: Int
    /// The number of rows that added something to the network.
    package let added: Int
    /// The number of rows whose content the network had already.
    package let skipped: Int
    /// The number of amounts that were rounded to whole minutes.
    package let rounded: Int
    /// The number of members created because a row names them.
    package let members: Int
    /// The number of organisations created because a row names them.
    package let organisations: Int
    /// The names of columns that the import does not use.
    package let unused: [String]
    /// Cells that were not imported although their rows were, and why.
    package let dropped: ProblemList
    /// Rows that were imported but that a person should check.
    package let warnings: ProblemList
    /// Errors in the file; if there are any, nothing was imported.
    package let problems: ProblemList
}

extension Bank {
    /// Imports a whole file, or nothing if any row has an error.
    ///
    /// The file is read and checked outside the transaction, then written in a single one.
    /// Transfers refer to each other and are kept in memory in between; the rows of all other files
    /// are read again when they are written, so that a large file needs no more memory than a small
    /// one. A dry run (`isDryRun`) does everything and then rolls back.
    ///
    /// - Throws: a ``Refusal`` if a rule forbids the import, a `StoreError` if the database failed,
    ///   and any error of the file's source.
    package func bring(
        _ file: ImportFile,
        into network: Slug,
        as who: Credential,
        isDryRun: Bool = false,
        progress: ImportProgress = .unwatched
    ) async throws -> ImportReport {
        let found = try await database.read(in: .none) { try $0.require(network: network) }
        let plan = try ImportPlan(
            file.kind,
            file.format,
            isDryRun: isDryRun,
            credit: found.policy.credit,
            progress: progress,
            from: file.bytes
        )
        do {
            let tally = try await perform(
                ImportRows(plan, file: file.name),
                in: network,
                as: who
            ).outcome
            return ImportReport(plan, tally, plan.problems)
        } catch let rehearsed as DryRunFinished {
            return ImportReport(plan, rehearsed.tally, plan.problems)
        } catch let stopped as ImportFailed {
            return ImportReport(plan, nil, stopped.problems)
        }
    }
}

extension ImportReport {
    fileprivate init(_ plan: ImportPlan, _ tally: ImportTally?, _ problems: ProblemList) {
        kind = plan.kind
        rows = tally?.rows ?? plan.rows
        added = tally?.added ?? 0
        skipped = tally.map { $0.rows - $0.added } ?? 0
        rounded = plan.rounded
        members = tally?.members ?? 0
        organisations = tally?.organisations ?? 0
        unused = plan.unused
        dropped = plan.dropped
        warnings = tally?.warnings ?? ProblemList()
        self.problems = problems
    }
}
