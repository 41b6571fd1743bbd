internal import Ledger
internal import Store

/// Reads the journal in step with the transfers, which refer to its rows in nearly the same order.
///
/// A window of rows in memory moves along, so that ten million transfers do not cost ten million
/// queries; a row before the window, which is rare, is read with a query.
struct JournalWalk {
    private var window: [JournalRow] = []
    private var finger = 0
    private var isAtEnd = false
    /// The last row returned; a million transfers of an import refer to one row.
    private var latest: JournalRow?

    private static let stretch: Int64 = 4_096

    /// Returns the row with this id; nil where there is none.
    ///
    /// `see` is called once with each row that the window reads.
    mutating func row(
        _ id: Int64,
        before transfer: Int64,
        _ tx: Transaction,
        see: (JournalRow) throws -> Void
    ) throws -> JournalRow? {
        if let latest, latest.id == id { return latest }
        // A valid journal row has a smaller id than its transfers; a larger one must not move the
        // window.
        while !isAtEnd, id < transfer, id > window.last?.id ?? .min { try advance(tx, see: see) }
        latest = try find(id, tx) ?? latest
        return latest?.id == id ? latest : nil
    }

    /// Reads the rest of the journal.
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
