internal import Ledger
internal import Store

/// The reason of a reversal in an imported file: `id,reverses,reason`.
///
/// The reversal itself was imported with the transfers; this row adds only its reason.
struct ReversalRow: ImportedRow {
    static let isReferenced = true

    private let cells: RowCells
    private let reversal: String
    private let reverses: String
    private let reason: String

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        guard cells["id"] != nil else { throw cells.problem("id", .missing) }
        reversal = reference
        reverses = try cells.text("reverses", 1...CellText.referenceMax)
        reason = try cells.text("reason", 0...CellText.wordsMax)
    }

    func write(by writing: RowWriting) throws -> Bool {
        let (tx, network) = (writing.desk.tx, writing.network.id)
        guard let back = try writing.transfer(reversal) else {
            throw cells.problem("id", .unknown("transfer"))
        }
        guard let old = try writing.transfer(reverses), back.reverses == old.id else {
            throw cells.problem("reverses", .notItsReversal)
        }
        guard !reason.isEmpty else { return false }
        if try tx.keep(words: reason, on: back.id, in: network) { return true }
        let known = try tx.memo(of: back.id)
        guard known.written.trimmed == reason else {
            throw cells.problem("reason", .different(from: known))
        }
        return false
    }
}

extension RowWriting {
    /// Returns the transfer that was imported under a reference, or has it as its id; nil for none.
    func transfer(_ reference: String) throws -> Transfer? {
        let id =
            try desk.tx.transfer(brought: reference, in: network.id) ?? Transfer.ID(reference)
        return try id.flatMap { try desk.tx.transfer($0, in: network.id) }
    }

    /// Returns the account that a row names; nil where the network does not have it.
    func account(_ named: RowAccount) throws -> FoundAccount? {
        switch named {
        case .shared(let name, _): return try desk.view.account(name)
        case .member(let number): return try desk.view.account(.member(number))
        case .allocation(let slug): return try desk.view.account(.allocation(slug))
        case .takings(let slug): return try desk.view.account(.takings(slug))
        case .mirror(let slug):
            return try desk.tx.mirror(of: slug, in: network.id)
                .flatMap { try desk.view.account(.id($0)) }
        case .wallet(let id):
            if let found = try desk.view.account(.id(id)) { return found }
            return try RowAccounts.number(of: id)
                .flatMap { try desk.view.account(.member($0)) }
        }
    }
}

/// The transfers that rows of one file are paid by; each transfer may pay one row.
final class PayingTransfers: SharedByRows {
    private var taken: Set<Transfer.ID> = []

    /// Records that a transfer pays a row; false where it already pays another one.
    func take(_ transfer: Transfer.ID) -> Bool { taken.insert(transfer).inserted }
}
