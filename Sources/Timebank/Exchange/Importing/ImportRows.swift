internal import Ledger
internal import Store

/// Imports the rows of a file, all or none.
///
/// The rows are not part of the encoded operation, which only says which file it was: they stay in
/// the process that read the file. So an import is the one operation that cannot be sent to a
/// running server, and the command line refuses to import while one is running.
package struct ImportRows: Operation {
    /// The name of the kind of file.
    package let kind: String
    package let format: ImportFormat
    /// The file's name, without its directory.
    package let file: String
    /// The rows to import; nil after decoding.
    private let plan: ImportPlan?

    package static let name = "network.import"
    package static let access: Access = .operator
    package var subject: Subject { .network }

    private enum CodingKeys: String, CodingKey { case kind, format, file }

    /// Creates an import of a file that was read and checked.
    init(_ plan: ImportPlan, file: String) {
        kind = plan.kind.name
        format = plan.format
        self.file = file
        self.plan = plan
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(String.self, forKey: .kind)
        format = try values.decode(ImportFormat.self, forKey: .format)
        file = try values.decode(String.self, forKey: .file)
        plan = nil
    }

    package func run(at desk: Desk) throws -> ImportTally {
        guard let plan else { throw FieldRefusal.invalid(field: "file", .missing) }
        // Some files give people roles, and an import must not do what its actor could not. So
        // those files can only be imported from the command line.
        guard !plan.kind.grantsRoles || desk.actor == .console else {
            throw AccessRefusal.notAllowed
        }
        guard plan.problems.isEmpty else { throw ImportFailed(plan.problems) }
        // An import writes a single journal row, which must not list the ids of a million new rows.
        desk.stopListingCreatedRows()
        // Imports into one network run one after another, so that each sees the rows of the one
        // before.
        let network = try desk.here.id
        try desk.tx.alone(on: lockName("import", "\(network)"))
        try desk.openJournal()
        let tally = try plan.write(at: desk)
        if plan.isDryRun { throw DryRunFinished(tally: tally) }
        return tally
    }
}

/// What an import added.
package struct ImportTally: Outcome, Hashable {
    /// The number of data rows in the file.
    package let rows: Int
    /// The number of rows that added something to the network.
    package let added: Int
    /// The number of members created because a row names them.
    package let members: Int
    /// The number of organisations created because a row names them.
    package let organisations: Int
    /// Rows that were imported but that a person should check.
    package let warnings: ProblemList

    package var made: [Int64] { [] }

    init(
        rows: Int,
        added: Int,
        members: Int = 0,
        organisations: Int = 0,
        warnings: ProblemList = ProblemList()
    ) {
        self.rows = rows
        self.added = added
        self.members = members
        self.organisations = organisations
        self.warnings = warnings
    }

    package static func recall(_ made: [Int64], at view: View) throws -> ImportTally {
        throw AccessRefusal.notFound
    }
}

/// Rolls back an import because rows have errors.
struct ImportFailed: Error {
    let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    init(_ problem: ImportProblem) {
        var problems = ProblemList()
        problems.note(problem)
        self.problems = problems
    }
}

/// Rolls back a dry run after everything was tried.
struct DryRunFinished: Error {
    let tally: ImportTally
}
