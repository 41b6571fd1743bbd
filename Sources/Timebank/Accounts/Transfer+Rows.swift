internal import Ledger
internal import Store

extension Transfer {
    /// Inserts a row of ``row(in:)`` into `transfer`.
    static let insertion = Table.transfer.insertion

    /// Inserts transfer, network and text into `memo`.
    static let memoInsertion = Table.memo.insertion

    /// Inserts the reversed transfer, the reversing one and the network into `reversal`.
    static let reversalInsertion = Table.reversal.insertion

    /// Inserts network, reference and transfer into `reference`.
    static let referenceInsertion = Table.reference.insertion

    /// Returns the transfer and its links as values, in the order of the table's columns.
    func row(in network: Network.ID) -> [Value] {
        [
            id.bound, network.bound, kind.rawValue.bound, from.id.bound, from.kind.rawValue.bound,
            to.id.bound, to.kind.rawValue.bound, minutes.bound, at.bound, journal.bound,
            reverses.bound, fromLink.previous.bound, fromLink.balance.bound, toLink.previous.bound,
            toLink.balance.bound,
        ]
    }
}
