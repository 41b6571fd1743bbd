internal import Ledger

/// One row of an imported file other than transfers, and how it is written.
protocol ImportedRow: Sendable {
    /// Whether a row is identified by a reference (its id or a hash of its text).
    ///
    /// Rows of other types are identified by what they name, such as a member's number.
    static var isReferenced: Bool { get }
    /// Whether writing a row may change the stored balance of an account.
    static var changesAccounts: Bool { get }
    /// Whether all written rows are checked together at the end, by ``lookBack(on:since:in:)``.
    static var looksBack: Bool { get }

    /// A cell that is not imported although the row is, to report to the user; nil for none.
    var dropped: ImportProblem? { get }

    /// Reads and checks the cells of a row.
    ///
    /// - reference: What identifies the row; empty while the file is only checked.
    /// - Throws: ``ImportProblem`` for the first cell that has an error.
    init(_ cells: RowCells, reference: String) throws(ImportProblem)

    /// Writes the row unless the network has it already.
    ///
    /// - Returns: whether anything was added.
    /// - Throws: ``ImportProblem`` if the row has an error.
    func write(by writing: RowWriting) throws -> Bool

    /// Returns the accounts with a stored balance that writing the row changes.
    func accounts(in writing: RowWriting) throws -> [Account]

    /// Checks all written rows together and returns warnings.
    ///
    /// - id: An id drawn before the first row was written, so all written rows have larger ones.
    static func lookBack(
        on rows: RowFile,
        since id: Int64,
        in writing: RowWriting
    ) throws -> ProblemList
}

extension ImportedRow {
    static var isReferenced: Bool { false }
    static var changesAccounts: Bool { false }
    static var looksBack: Bool { false }

    var dropped: ImportProblem? { nil }

    func accounts(in writing: RowWriting) throws -> [Account] { [] }

    static func lookBack(
        on rows: RowFile,
        since id: Int64,
        in writing: RowWriting
    ) throws -> ProblemList { ProblemList() }
}

/// State that the rows of one file share while they are written.
protocol SharedByRows: AnyObject {
    init()

    /// Writes what can only be known after all rows were written.
    func finish(at desk: Desk) throws
}

extension SharedByRows {
    func finish(at desk: Desk) throws {}
}

/// The context in which the rows of one file are written, and the state they share.
final class RowWriting {
    let desk: Desk
    let network: Network
    /// The current day in the network's time zone.
    let today: Day
    let posting: BulkPosting
    private var sharing: [any SharedByRows] = []

    /// Creates the context in an operation's transaction.
    init(at desk: Desk) throws {
        self.desk = desk
        network = try desk.here
        today = try desk.view.today
        posting = try BulkPosting(at: desk)
    }

    /// Returns the shared state of one type, created at the first request.
    func shared<Shared: SharedByRows>(_ of: Shared.Type = Shared.self) -> Shared {
        for one in sharing { if let known = one as? Shared { return known } }
        let made = Shared()
        sharing.append(made)
        return made
    }

    /// Writes the rows in file order.
    ///
    /// A row with an error does not stop the others, so that all errors are reported at once.
    ///
    /// - Throws: ``ImportFailed`` if any row has an error.
    func write(_ rows: RowFile, progress: ImportProgress) throws -> ImportTally {
        var problems = ProblemList()
        let before = rows.looksBack ? desk.unlistedID() : 0
        if rows.changesAccounts {
            // Lock all accounts first and in the order of their ids, as every operation that
            // changes several accounts does, so that two of them cannot deadlock.
            var accounts: Set<Account.ID> = []
            try rows.each(noting: &problems) { row in
                for account in try row.accounts(in: self) { accounts.insert(account.id) }
            }
            try desk.tx.lockAccounts(Array(accounts))
            guard problems.isEmpty else { throw ImportFailed(problems) }
        }
        var (added, count) = (0, 0)
        try rows.each(noting: &problems) { row in
            progress.tell(.writing, count, of: rows.count)
            count += 1
            if try row.write(by: self) { added += 1 }
        }
        guard problems.isEmpty else { throw ImportFailed(problems) }
        try posting.finish()
        for one in sharing { try one.finish(at: desk) }
        return ImportTally(
            rows: count,
            added: added,
            warnings: rows.looksBack ? try rows.lookBack(since: before, in: self) : ProblemList()
        )
    }

    /// Returns the id of the thing that was imported under a reference, else the id that the
    /// reference itself spells; nil if it is neither.
    ///
    /// - kind: The kind of thing, such as `hours`.
    func known<Of>(_ kind: String, _ reference: String, _ of: Of.Type = Of.self) throws -> ID<Of>? {
        if let id = try desk.tx.thing(kind, brought: reference, in: network.id) {
            return ID(raw: id)
        }
        return ID(reference)
    }

    /// Records the reference under which a thing was imported, so that a later import finds it.
    func keep<Of>(_ reference: String, for id: ID<Of>, _ kind: String) throws {
        try desk.keep(reference, ofThing: id.raw, kind)
    }
}
