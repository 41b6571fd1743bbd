internal import Ledger
internal import Store

/// Opens a file's bytes at their beginning: the same bytes each time, for a file is read once to be
/// checked and once more to be written.
package typealias ImportBytes = @Sendable () throws -> CSVReader.Source

/// A file that is to be imported.
package struct ImportFile {
    package let kind: FileKind
    package let format: ImportFormat
    /// The file's name, without the folder it lies in.
    package let name: String
    /// The file's bytes.
    package let bytes: ImportBytes

    /// A file of a kind, written in a format.
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

/// What came of an import.
package struct ImportReport: Sendable {
    package let kind: FileKind
    /// How many rows could be read.
    package let rows: Int
    /// How many of them were added.
    package let added: Int
    /// How many were there before.
    package let skipped: Int
    /// How many amounts were rounded to whole minutes.
    package let rounded: Int
    /// How many members were made because a row names them.
    package let members: Int
    /// How many organisations were made because a row names them.
    package let organisations: Int
    /// Columns that nothing was read from.
    package let unused: [String]
    /// What rows say and was left out all the same, and why.
    package let dropped: ProblemList
    /// Rows that were added and that a person should look at all the same.
    package let warnings: ProblemList
    /// What has to be mended first; where there is anything, nothing was added.
    package let problems: ProblemList
}

extension Bank {
    /// Imports a file: all of it or, where any row will not do, nothing.
    ///
    /// The file is read and checked outside a transaction, then written in one; but for transfers,
    /// which refer to each other, its rows are read again for that and never kept. A rehearsal goes
    /// all the way and keeps nothing.
    ///
    /// - Throws: a ``Refusal`` when a rule says no, a `StoreError` when the store could not, and
    ///   what the file's source throws.
    package func bring(
        _ file: ImportFile,
        into network: Slug,
        as who: Credential,
        isRehearsal: Bool = false,
        progress: ImportProgress = .unwatched
    ) async throws -> ImportReport {
        let found = try await database.read(in: .none) { try $0.require(network: network) }
        let plan = try ImportPlan(
            file.kind,
            file.format,
            isRehearsal: isRehearsal,
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
        } catch let rehearsed as ImportRehearsed {
            return ImportReport(plan, rehearsed.tally, plan.problems)
        } catch let stopped as ImportStopped {
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
