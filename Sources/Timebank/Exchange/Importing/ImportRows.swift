internal import Ledger
internal import Store

/// Brings in the rows of a file, all or none.
///
/// The rows themselves are not coded: a file stays with the process that read it, and what is
/// coded says only which file it was. So an import is the one operation that a running server
/// cannot be handed, and the command line refuses it while one serves.
package struct ImportRows: Operation {
    /// What the kind of file is called.
    package let kind: String
    package let format: ImportFormat
    /// The file's name, without the folder it lies in.
    package let file: String
    private let plan: ImportPlan?

    package static let name = "network.import"
    package static let access: Access = .operator
    package var subject: Subject { .network }

    private enum CodingKeys: String, CodingKey { case kind, format, file }

    /// An import of what was read from a file.
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
        // A file may not do what its bringer could not: powers come from the command line alone.
        guard !plan.kind.givesPowers || desk.actor == .console else {
            throw AccessRefusal.notAllowed
        }
        guard plan.problems.isEmpty else { throw ImportStopped(plan.problems) }
        // One import is one row of the journal, which must not name a million things.
        desk.keepJournalShort()
        // Two imports of a network wait for each other, and each sees what the other brought.
        let network = try desk.here.id
        try desk.tx.alone(on: lockName("import", "\(network)"))
        try desk.openJournal()
        let tally = try plan.write(at: desk)
        if plan.isRehearsal { throw ImportRehearsed(tally: tally) }
        return tally
    }
}

/// How much an import added.
package struct ImportTally: Outcome, Hashable {
    /// How many rows the file has.
    package let rows: Int
    /// How many of them were not there before.
    package let added: Int
    /// How many members were made because a row names them.
    package let members: Int
    /// How many organisations were made because a row names them.
    package let organisations: Int
    /// Rows that were written and that a person should look at all the same.
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

/// Ends an import of which nothing is kept, because rows will not do.
struct ImportStopped: Error {
    let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    init(_ problem: ImportProblem) {
        var problems = ProblemList()
        problems.note(problem)
        self.problems = problems
    }
}

/// Ends a rehearsal, so that everything was tried and nothing is kept.
struct ImportRehearsed: Error {
    let tally: ImportTally
}
