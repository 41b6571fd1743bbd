package import Ledger
internal import Store

/// Reverses a transfer: records one in the other direction, with a reason.
///
/// A redemption that it paid becomes undone. Hours that it paid keep their status, but no longer
/// count towards the member's hours of that day. Coordinators and operators may not reverse
/// transfers of their own wallet, or of the wallet of their ward or a declared relative.
package struct Reverse: Operation {
    package let transfer: Transfer.ID
    package let reason: String

    package static let name = "transfer.reverse"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(transfer) }

    /// Creates a reversal of a transfer.
    package init(transfer: Transfer.ID, reason: String) {
        self.transfer = transfer
        self.reason = reason
    }

    package func run(at desk: Desk) throws -> Transfer {
        let reason = try Transfer.Fields.reason.checked(reason)
        guard let old = try desk.tx.transfer(transfer, in: desk.here.id) else {
            throw AccessRefusal.notFound
        }
        for account in [old.from, old.to] where account.kind == .wallet {
            if let member = try desk.tx.account(account.id, in: desk.here.id)?.holder {
                try desk.view.refuseOwn(Member.ID(raw: member), AccountsRefusal.ownTransfer)
            }
        }
        return try desk.reverse(old, reason: reason)
    }
}

extension Desk {
    /// Records the reversal of a transfer.
    ///
    /// - Throws: ``AccountsRefusal/notReversible``, ``AccountsRefusal/alreadyReversed`` or
    ///   ``AccountsRefusal/alreadySpent(left:needed:)``.
    func reverse(_ old: Transfer, reason: String) throws -> Transfer {
        guard old.kind != .reversal else { throw AccountsRefusal.notReversible }
        // Of two concurrent reversals the second waits here, and then sees the first.
        try tx.alone(on: old.id.raw)
        if try tx.isReversed(old.id) { throw AccountsRefusal.alreadyReversed }
        let back = try post(
            .reversal,
            from: old.to,
            to: old.from,
            old.minutes,
            memo: reason,
            reverses: old.id
        )
        touch(old.id)
        try noteReversal(of: old, by: back.id)
        return back
    }

    /// Records that a transfer is reversed, and that the redemption it paid is undone.
    ///
    /// - Throws: ``AccountsRefusal/alreadyReversed``.
    func noteReversal(of old: Transfer, by back: Transfer.ID) throws {
        try tx.insert(reversalOf: old.id, by: back, in: here.id)
        if let undone = try redemption(paidBy: old) {
            try tx.run("UPDATE redemption SET undone_by = $1 WHERE id = $2", back, undone)
        }
    }

    /// Finds the redemption that a transfer paid, among the ids in the transfer's journal row.
    private func redemption(paidBy old: Transfer) throws -> Redemption.ID? {
        guard old.kind == .redeem else { return nil }
        let subjects =
            try tx.first(
                "SELECT subjects FROM journal WHERE id = $1",
                old.journal,
                as: { $0.text(0) }
            ) ?? ""
        for text in subjects.split(separator: " ") {
            guard let id = Redemption.ID(String(text)),
                let found = try tx.redemption(id, in: here.id), found.transfer == old.id
            else { continue }
            return id
        }
        return nil
    }
}

extension Transaction {
    /// Records which transfer reversed which; a transfer can be reversed only once.
    ///
    /// - Throws: ``AccountsRefusal/alreadyReversed``.
    func insert(reversalOf old: Transfer.ID, by back: Transfer.ID, in network: Network.ID) throws {
        let rows = try change(
            """
            INSERT INTO reversal (transfer, reversed_by, network) VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
            """,
            old,
            back,
            network
        )
        guard rows == 1 else { throw AccountsRefusal.alreadyReversed }
    }

    fileprivate func isReversed(_ id: Transfer.ID) throws -> Bool {
        try first("SELECT 1 FROM reversal WHERE transfer = $1", id, as: { _ in true }) ?? false
    }
}
