internal import Ledger
internal import Store

/// A hold in an imported file: `id,account,minutes,expires,state`.
struct HoldRow: ImportedRow {
    static let isReferenced = true
    static let changesAccounts = true

    private let cells: RowCells
    private let reference: String
    private let account: RowAccount
    private let minutes: Minutes
    private let expires: Instant
    private let state: State

    private enum State: String, CaseIterable { case open, posted, released }

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        account = try cells.required("account", .noAccount) { RowAccount($0.text) }
        guard let minutes = try cells.minutes("minutes", RowCells.movable) else {
            throw cells.problem("minutes", .missing)
        }
        self.minutes = minutes
        expires = try cells.required("expires", .notMoment) { $0.instant }
        state = try cells.word("state", State.self) ?? .open
    }

    func accounts(in writing: RowWriting) throws -> [Account] {
        state == .open ? try [writing.account(account)?.account].compactMap(\.self) : []
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (tx, network) = (writing.desk.tx, writing.network.id)
        guard let holder = try writing.account(account), holder.kind.isCounted else {
            throw cells.problem("account", .unknown("account"))
        }
        if let known = try writing.known("hold", reference, Hold.self),
            let isSame = try isSame(as: known, of: holder.account.id, writing)
        {
            guard isSame else { throw cells.problem("id", .idTaken) }
            return false
        }
        if state == .open {
            guard try tx.reserve(minutes, of: holder.account.id, in: network) else {
                let left = try tx.purse(of: holder.account.id, in: network)?.spendable ?? .zero
                throw cells.problem(
                    "minutes",
                    .refused(AccountsRefusal.notEnoughCredits(left: left, needed: minutes))
                )
            }
        }
        let hold = Hold(
            id: writing.desk.newID(),
            account: holder.account.id,
            minutes: minutes,
            expires: expires
        )
        try writing.desk.record(hold, as: state.rawValue)
        try writing.keep(reference, for: hold.id, "hold")
        return true
    }

    /// Whether a stored hold equals the row; nil where there is no such hold.
    ///
    /// A hold that is open in the file may have been posted or released since.
    private func isSame(
        as known: Hold.ID,
        of account: Account.ID,
        _ writing: RowWriting
    ) throws -> Bool? {
        try writing.desk.tx.first(
            """
            SELECT account, minutes, expires_at, state FROM hold WHERE id = $1 AND network = $2
            """,
            known,
            writing.network.id
        ) {
            $0.id(0) == account && $0.minutes(1) == minutes && $0.instant(2) == expires
                && (state == .open || $0.text(3) == state.rawValue)
        }
    }
}
