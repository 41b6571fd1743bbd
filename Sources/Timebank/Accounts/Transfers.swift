package import Ledger
package import Store

extension Transaction {
    /// Returns the network's transfer with this id; nil where there is none.
    package func transfer(_ id: Transfer.ID, in network: Network.ID) throws -> Transfer? {
        try first(
            """
            SELECT id, kind, from_account, from_kind, to_account, to_kind, minutes, at, journal,
                reverses, from_previous, from_after, to_previous, to_after
            FROM transfer WHERE id = $1 AND network = $2
            """,
            id,
            network,
            as: Transfer.init
        )
    }

    /// Returns the memo of a transfer; empty where it has none.
    package func memo(of id: Transfer.ID) throws -> String {
        try first("SELECT words FROM memo WHERE transfer = $1", id, as: { $0.text(0) }) ?? ""
    }
}

extension Transfer {
    /// Creates a transfer from a row.
    ///
    /// The fourteen columns are: id, kind, payer and its kind, payee and its kind, minutes, time,
    /// journal row, reversed transfer, then previous transfer and balance after of the payer, and
    /// the same of the payee.
    init(_ row: Row) throws {
        self.init(
            id: row.id(0),
            kind: try row.number(1),
            from: Account(row.id(2), try row.number(3)),
            to: Account(row.id(4), try row.number(5)),
            minutes: row.minutes(6),
            at: row.instant(7),
            journal: row.integer(8),
            reverses: row.idIfAny(9),
            fromLink: Link(previous: row.idIfAny(10), balance: row.minutesIfAny(11)),
            toLink: Link(previous: row.idIfAny(12), balance: row.minutesIfAny(13))
        )
    }
}

extension Transfer: Outcome {
    package var made: [Int64] { [id.raw] }

    package static func recall(_ made: [Int64], at view: View) throws -> Transfer {
        guard let id = made.first,
            let transfer = try view.tx.transfer(ID(raw: id), in: view.here.id)
        else { throw AccessRefusal.notFound }
        return transfer
    }
}

extension Transfer: OwnedEntity {
    package static func subjectOwner(
        of id: Transfer.ID,
        in network: Network.ID,
        _ tx: Transaction
    ) throws -> SubjectOwner? {
        try tx.first("SELECT id FROM transfer WHERE id = $1 AND network = $2", id, network) { _ in
            SubjectOwner.hidden
        }
    }
}
