internal import Ledger

/// A row of a file that is not transfers: what it says, and how that is written.
protocol ImportedRow: Sendable {
    /// Whether a row is known again by a reference; the others by what they name.
    static var isReferenced: Bool { get }
    /// Whether writing a row may change an account that is counted.
    static var changesAccounts: Bool { get }
    /// Whether rows that were written are looked at once more, all together.
    static var looksBack: Bool { get }

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

    /// What a person should look at, of rows that were written all the same.
    ///
    /// - id: an id from before anything was written.
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

/// What rows of one file share while they are written, such as whom they have made so far.
protocol SharedByRows: AnyObject {
    init()

    /// Writes what is known once all rows are written.
    func finish(at desk: Desk) throws
}

extension SharedByRows {
    func finish(at desk: Desk) throws {}
}

/// Where rows are written, and what they share.
final class RowWriting {
    let desk: Desk
    let network: Network
    /// The day it is where the network is.
    let today: Day
    let posting: BulkPosting
    private var sharing: [any SharedByRows] = []

    /// A writing at a desk.
    init(at desk: Desk) throws {
        self.desk = desk
        network = try desk.here
        today = try desk.view.today
        posting = try BulkPosting(at: desk)
    }

    /// What rows of this file share, of one type; made when the first one asks.
    func shared<Shared: SharedByRows>(_ of: Shared.Type = Shared.self) -> Shared {
        for one in sharing { if let known = one as? Shared { return known } }
        let made = Shared()
        sharing.append(made)
        return made
    }

    /// Writes rows in the order of the file, those that it can when some will not do, so that
    /// all of these are named at once.
    ///
    /// - Throws: ``ImportStopped`` where any row will not do.
    func write(_ rows: RowFile, progress: ImportProgress) throws -> ImportTally {
        var problems = ProblemList()
        let before = rows.looksBack ? desk.quietID() : 0
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
        for one in sharing { try one.finish(at: desk) }
        return ImportTally(
            rows: count,
            added: added,
            warnings: rows.looksBack ? try rows.lookBack(since: before, in: self) : ProblemList()
        )
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
