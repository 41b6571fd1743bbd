internal import Ledger
internal import Store

extension Desk {
    /// Records a transfer into a wallet, which may not go above the policy's ceiling.
    ///
    /// - Throws: ``Refusal/overCeiling(ceiling:)`` beside what posting throws.
    func receive(
        _ kind: TransferKind,
        from: Account,
        to: Account,
        _ minutes: Minutes,
        at: Instant? = nil,
        memo: String = ""
    ) throws -> Transfer {
        let transfer = try post(kind, from: from, to: to, minutes, at: at, memo: memo)
        if to.kind == .wallet, let ceiling = try here.policy.ceiling,
            let balance = transfer.toLink.balance, balance > ceiling
        {
            throw Refusal.overCeiling(ceiling: ceiling)
        }
        return transfer
    }
}
