internal import Ledger
internal import Store

/// A transfer as stored, not validated: fifteen integers.
struct Line {
    /// The value for null, as in a transfer's canonical bytes.
    static let none = Int64.min

    let id: Int64
    let network: Int64
    let kind: Int64
    let from: Side
    let to: Side
    let minutes: Int64
    let at: Int64
    let journal: Int64
    let reverses: Int64

    /// One of a transfer's two accounts, and its link.
    struct Side {
        let account: Int64
        let kind: Int64
        let previous: Int64
        let after: Int64
    }

    /// Reads the transfers of all networks with `after < id <= upto`, in ascending order of id.
    static func each(
        after: Int64 = .min,
        upto: Int64 = .max,
        _ tx: Transaction,
        _ body: (Line) throws -> Void
    ) throws {
        try tx.each(
            """
            SELECT id, network, kind, from_account, from_kind, to_account, to_kind, minutes, at,
                journal, reverses, from_previous, from_after, to_previous, to_after
            FROM transfer WHERE id > $1 AND id <= $2 ORDER BY id
            """,
            after,
            upto
        ) { row in
            try body(Line(row))
            return true
        }
    }

    private init(_ row: Row) {
        id = row.integer(0)
        network = row.integer(1)
        kind = row.integer(2)
        from = Side(
            account: row.integer(3),
            kind: row.integer(4),
            previous: row.integerIfAny(11) ?? Self.none,
            after: row.integerIfAny(12) ?? Self.none
        )
        to = Side(
            account: row.integer(5),
            kind: row.integer(6),
            previous: row.integerIfAny(13) ?? Self.none,
            after: row.integerIfAny(14) ?? Self.none
        )
        minutes = row.integer(7)
        at = row.integer(8)
        journal = row.integer(9)
        reverses = row.integerIfAny(10) ?? Self.none
    }

    /// The transfer for the computation of its seal.
    ///
    /// An invalid kind is replaced by a valid one; the audit reports it separately.
    var transfer: Transfer {
        Transfer(
            id: Transfer.ID(raw: id),
            kind: TransferKind(rawValue: kind) ?? .reversal,
            from: from.named,
            to: to.named,
            minutes: Minutes(minutes),
            at: Instant(microseconds: at),
            journal: journal,
            reverses: reverses == Self.none ? nil : Transfer.ID(raw: reverses),
            fromLink: from.link,
            toLink: to.link
        )
    }
}

extension Line.Side {
    fileprivate var named: Account {
        Account(Account.ID(raw: account), AccountKind(rawValue: kind) ?? .wallet)
    }

    fileprivate var link: Transfer.Link {
        Transfer.Link(
            previous: previous == Line.none ? nil : Transfer.ID(raw: previous),
            balance: after == Line.none ? nil : Minutes(after)
        )
    }
}
