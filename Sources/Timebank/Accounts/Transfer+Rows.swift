internal import Ledger
internal import Store

extension Transfer {
    /// How a transfer's row is written.
    static let insertion = Table.transfer.insertion

    /// How the words that came with a transfer are written.
    static let memoInsertion = Table.memo.insertion

    /// How it is written that a transfer was taken back.
    static let reversalInsertion = Table.reversal.insertion

    /// How the reference is written under which a transfer was brought in.
    static let referenceInsertion = Table.reference.insertion

    /// The transfer with its links as a row.
    func row(in network: Network.ID) -> [Value] {
        [
            id.bound, network.bound, kind.rawValue.bound, from.id.bound, from.kind.rawValue.bound,
            to.id.bound, to.kind.rawValue.bound, minutes.bound, at.bound, journal.bound,
            reverses.bound, fromLink.previous.bound, fromLink.balance.bound, toLink.previous.bound,
            toLink.balance.bound,
        ]
    }
}
