package import Ledger
internal import Store

/// Takes a transfer back by another one that runs the other way, with a reason.
///
/// Hours that it paid for are refused with that reason, a redemption that it paid is undone.
package struct Reverse: Operation {
    package let transfer: Transfer.ID
    package let reason: String

    package static let name = "transfer.reverse"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .owned(transfer) }

    /// A reversal of a transfer.
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
    /// Takes a transfer back, once.
    ///
    /// - Throws: ``AccountsRefusal/notReversible``, ``AccountsRefusal/alreadyReversed`` or
    ///   ``AccountsRefusal/alreadySpent(left:needed:)``.
    func reverse(_ old: Transfer, reason: String) throws -> Transfer {
        guard old.kind != .reversal else { throw AccountsRefusal.notReversible }
        // Of two at once the second waits here, and then sees the first.
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

    /// Marks a transfer as taken back, and undoes the redemption that it paid.
    ///
    /// - Throws: ``AccountsRefusal/alreadyReversed``.
    func noteReversal(of old: Transfer, by back: Transfer.ID) throws {
        try tx.insert(reversalOf: old.id, by: back, in: here.id)
        if let undone = try redemption(paidBy: old) {
            try tx.run("UPDATE redemption SET undone_by = $1 WHERE id = $2", back, undone)
        }
    }

    /// The redemption that a transfer paid: the journal names the two side by side.
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
    /// Records that one transfer takes another back, which only one may.
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
