internal import Ledger
internal import Store

/// Reads the journal beside the transfers, which name its rows in nearly the same order.
///
/// A window moves along both, so that ten million transfers do not cost ten million look-ups; what
/// lies behind it, which is rare, is looked up.
struct JournalWalk {
    /// A row of the journal.
    struct Entry {
        let id: Int64
        /// Its network, or 0.
        let network: Int64
        let actor: Int64?
        /// For whom it was done.
        let behalf: Int64?
        let at: Instant
    }

    private var window: [Entry] = []
    private var finger = 0
    private var isAtEnd = false
    /// What was asked last: an import is one row for a million transfers.
    private var latest: (id: Int64, network: Int64)?

    private static let stretch: Int64 = 4_096

    /// The network of the row with this id, 0 where it has none; nil where there is no such row.
    ///
    /// `see`: is shown each row once, as the window moves over it.
    mutating func network(
        of id: Int64,
        before transfer: Int64,
        _ tx: Transaction,
        see: (Entry) -> Void
    ) throws -> Int64? {
        if let latest, latest.id == id { return latest.network }
        // A row younger than its transfer would drag the window away from where it belongs.
        while !isAtEnd, id < transfer, id > window.last?.id ?? .min { try advance(tx, see: see) }
        let network = try find(id, tx)
        latest = network.map { (id, $0) }
        return network
    }

    /// Reads what no transfer named.
    mutating func finish(_ tx: Transaction, see: (Entry) -> Void) throws {
        while !isAtEnd { try advance(tx, see: see) }
    }

    private mutating func find(_ id: Int64, _ tx: Transaction) throws -> Int64? {
        guard let last = window.last, last.id >= id, window[finger].id <= id else {
            return try tx.first(
                "SELECT network FROM journal WHERE id = $1",
                id,
                as: { $0.integerIfAny(0) ?? 0 }
            )
        }
        while window[finger].id < id { finger += 1 }
        return window[finger].id == id ? window[finger].network : nil
    }

    private mutating func advance(_ tx: Transaction, see: (Entry) -> Void) throws {
        let after = window.last?.id ?? .min
        window.removeAll(keepingCapacity: true)
        finger = 0
        try tx.each(
            "SELECT id, network, at, actor, behalf FROM journal WHERE id > $1 ORDER BY id LIMIT $2",
            after,
            Self.stretch
        ) { row in
            let entry = Entry(
                id: row.integer(0),
                network: row.integerIfAny(1) ?? 0,
                actor: row.integerIfAny(3),
                behalf: row.integerIfAny(4),
                at: row.instant(2)
            )
            window.append(entry)
            see(entry)
            return true
        }
        isAtEnd = window.count < Self.stretch
    }
}
