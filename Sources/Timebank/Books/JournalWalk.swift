internal import Ledger
internal import Store

/// Reads the journal beside the transfers, which name its rows in nearly the same order.
///
/// A window moves along both, so that ten million transfers do not cost ten million look-ups; what
/// lies behind it, which is rare, is looked up.
struct JournalWalk {
    private var window: [JournalRow] = []
    private var finger = 0
    private var isAtEnd = false
    /// What was asked last: an import is one row for a million transfers.
    private var latest: JournalRow?

    private static let stretch: Int64 = 4_096

    /// The row with this id; nil where there is no such row.
    ///
    /// `see`: is shown each row once, as the window moves over it.
    mutating func row(
        _ id: Int64,
        before transfer: Int64,
        _ tx: Transaction,
        see: (JournalRow) throws -> Void
    ) throws -> JournalRow? {
        if let latest, latest.id == id { return latest }
        // A row younger than its transfer would drag the window away from where it belongs.
        while !isAtEnd, id < transfer, id > window.last?.id ?? .min { try advance(tx, see: see) }
        latest = try find(id, tx) ?? latest
        return latest?.id == id ? latest : nil
    }

    /// Reads what no transfer named.
    mutating func finish(_ tx: Transaction, see: (JournalRow) throws -> Void) throws {
        while !isAtEnd { try advance(tx, see: see) }
    }

    private mutating func find(_ id: Int64, _ tx: Transaction) throws -> JournalRow? {
        guard let last = window.last, last.id >= id, window[finger].id <= id else {
            return try tx.first(
                """
                SELECT id, network, actor, behalf, operation, subjects, at
                FROM journal WHERE id = $1
                """,
                id,
                as: JournalRow.init
            )
        }
        while window[finger].id < id { finger += 1 }
        return window[finger].id == id ? window[finger] : nil
    }

    private mutating func advance(_ tx: Transaction, see: (JournalRow) throws -> Void) throws {
        let after = window.last?.id ?? .min
        window.removeAll(keepingCapacity: true)
        finger = 0
        try tx.each(
            """
            SELECT id, network, actor, behalf, operation, subjects, at
            FROM journal WHERE id > $1 ORDER BY id LIMIT $2
            """,
            after,
            Self.stretch
        ) { row in
            let entry = JournalRow(row)
            window.append(entry)
            try see(entry)
            return true
        }
        isAtEnd = window.count < Self.stretch
    }
}

extension JournalRow {
    /// A row that was asked for with all its columns.
    init(_ row: Row) {
        id = row.integer(0)
        network = row.integerIfAny(1) ?? 0
        actor = row.integerIfAny(2)
        behalf = row.integerIfAny(3)
        operation = row.text(4)
        act = JournalAct(operation)
        text = row.text(5)
        (subjects, marks) = Self.parts(of: Self.ids(in: text))
        at = row.integer(6)
    }
}
