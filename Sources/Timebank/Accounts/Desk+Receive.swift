internal import Ledger
internal import Store

extension Desk {
    /// Records a transfer into an account; a wallet may not end above the policy's ceiling.
    ///
    /// - Throws: ``AccountsRefusal/overCeiling(ceiling:)``, and what `post` throws.
    func receive(
        _ kind: TransferKind,
        from: Account,
        to: Account,
        _ minutes: Minutes,
        at: Instant? = nil,
        memo: String = ""
    ) throws -> Transfer {
        let transfer = try post(kind, from: from, to: to, minutes, at: at, memo: memo)
        try here.policy.requireRoom(after: transfer)
        return transfer
    }
}

extension Policy {
    /// Refuses a transfer after which a wallet is above the policy's ceiling.
    ///
    /// - Throws: ``AccountsRefusal/overCeiling(ceiling:)``.
    func requireRoom(after transfer: Transfer) throws {
        guard transfer.to.kind == .wallet, let ceiling, let balance = transfer.toLink.balance,
            balance > ceiling
        else { return }
        throw AccountsRefusal.overCeiling(ceiling: ceiling)
    }
}
