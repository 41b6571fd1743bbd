internal import Ledger

/// A row of a file that is not transfers: what it says, and how that is written.
protocol ImportedRow: Sendable {
    /// Whether a row is known again by a reference; the others by what they name.
    static var isReferenced: Bool { get }
    /// Whether writing a row may change an account that is counted.
    static var changesAccounts: Bool { get }
    /// Whether writing a row may give a member more than a day has on one day.
    static var fillsDays: Bool { get }

    /// What the row says and is left out all the same, which whoever brings it is told.
    var dropped: ImportProblem? { get }

    /// What a row says, under the id by which it is known again.
    init(_ cells: RowCells, reference: String) throws(ImportProblem)

    /// Writes what the network does not have yet.
    ///
    /// - Returns: whether anything was added.
    /// - Throws: ``ImportProblem`` where the row will not do.
    func write(by writing: RowWriting) throws -> Bool

    /// The counted accounts that writing the row changes.
    func accounts(in writing: RowWriting) throws -> [Account]

    /// What a person should look at, of a row that was written all the same; nil for nothing.
    ///
    /// - full: The days on which members now have more than a day has, with what they have.
    func warning(of full: [MemberDay: Minutes], in writing: RowWriting) throws -> ImportProblem?
}

extension ImportedRow {
    static var isReferenced: Bool { false }
    static var changesAccounts: Bool { false }
    static var fillsDays: Bool { false }

    var dropped: ImportProblem? { nil }

    func accounts(in writing: RowWriting) throws -> [Account] { [] }

    func warning(of full: [MemberDay: Minutes], in writing: RowWriting) throws -> ImportProblem? {
        nil
    }
}

/// Where rows are written, and what they share.
final class RowWriting {
    let desk: Desk
    let network: Network
    /// The day it is where the network is.
    let today: Day
    let posting: BulkPosting
    /// The transfers that rows of this file were paid by.
    var paidBy: Set<Transfer.ID> = []
    /// Those without a sign-in who were made for this file, by their names.
    var outsiders: [String: Person.ID] = [:]
    /// The highest of our own numbers that members were brought in under.
    var lastNumber = 0

    /// A writing at a desk.
    init(at desk: Desk) throws {
        self.desk = desk
        network = try desk.here
        today = try desk.view.today
        posting = try BulkPosting(at: desk)
    }

    /// Writes rows in the order of the file, those that it can when some will not do, so that
    /// all of these are named at once.
    ///
    /// - Throws: ``ImportStopped`` where any row will not do.
    func write(_ rows: RowFile, progress: ImportProgress) throws -> ImportTally {
        var problems = ProblemList()
        let before = rows.fillsDays ? desk.quietID() : 0
        if rows.changesAccounts {
            // In the order of their ids and before anything else, as all do who change several.
            var accounts: Set<Account.ID> = []
            try rows.each(noting: &problems) { row in
                for account in try row.accounts(in: self) { accounts.insert(account.id) }
            }
            try desk.tx.keepAccounts(Array(accounts))
            guard problems.isEmpty else { throw ImportStopped(problems) }
        }
        var (added, count) = (0, 0)
        try rows.each(noting: &problems) { row in
            progress.tell(.writing, count, of: rows.count)
            count += 1
            if try row.write(by: self) { added += 1 }
        }
        guard problems.isEmpty else { throw ImportStopped(problems) }
        try posting.finish()
        try desk.tx.skipNumbers(upTo: lastNumber, in: network.id)
        return ImportTally(
            rows: count,
            added: added,
            warnings: rows.fillsDays ? try fullDays(of: rows, after: before) : ProblemList()
        )
    }

    /// The rows on whose days a member now has more than a day has.
    ///
    /// It is asked once for all that was written, and only where there is such a day is the file
    /// gone through again, to find the lines.
    private func fullDays(of rows: RowFile, after id: Int64) throws -> ProblemList {
        var warnings = ProblemList()
        let full = try desk.tx.fullDays(after: id, in: network.id)
        guard !full.isEmpty else { return warnings }
        var problems = ProblemList()
        try rows.each(noting: &problems) { row in
            if let warning = try row.warning(of: full, in: self) { warnings.note(warning) }
        }
        return warnings
    }

    /// The organisation with this short name.
    ///
    /// - Throws: ``ImportProblem`` where there is none.
    func organisation(_ slug: Slug, line: Int) throws -> Organisation {
        guard let found = try desk.tx.organisation(slug, in: network.id) else {
            throw ImportProblem(
                line: line,
                column: "organisation",
                value: slug.description,
                reason: .unknown("organisation")
            )
        }
        return found
    }

    /// The id of a thing that is known by a reference: brought in under it, or ours.
    func known<Of>(_ kind: String, _ reference: String, _ of: Of.Type = Of.self) throws -> ID<Of>? {
        if let id = try desk.tx.thing(kind, brought: reference, in: network.id) {
            return ID(raw: id)
        }
        return ID(reference)
    }

    /// Keeps the reference under which a thing was brought in.
    func keep<Of>(_ reference: String, for id: ID<Of>, _ kind: String) throws {
        try desk.keep(reference, ofThing: id.raw, kind)
    }
}
