internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// What the store holds after a rehearsal, read in the order in which it was recorded.
struct Record: Sendable {
    /// One row of the journal.
    struct Entry: Sendable {
        let id: Int64
        let operation: String
        let subjects: [Int64]
        let at: Instant
    }

    /// What a counted account's row says.
    struct Stored: Sendable {
        let account: Account
        let purse: Purse
        let floor: Minutes
        let last: Transfer.ID?
    }

    let journal: [Entry]
    let transfers: [Int64: [Transfer]]
    let holds: [Int64: Timebank.Hold]
    let counted: [Stored]
    let uncounted: [(account: Account, balance: Minutes)]
    let openHolds: Set<Int64>
    let paid: [Hours.ID: Transfer.ID]
    /// Rows of hours, redemptions, reversals and requests that do not fit the transfers.
    let misfits: Int64
}

extension Transaction {
    /// Reads everything that a rehearsal in a network left.
    func record(of network: Network) throws -> Record {
        let transfers = try all(
            """
            SELECT id, kind, from_account, from_kind, to_account, to_kind, minutes, at, journal,
                reverses, from_previous, from_after, to_previous, to_after
            FROM transfer WHERE network = $1 ORDER BY id
            """,
            network.id,
            as: Transfer.init(row:)
        )
        let holds = try all(
            "SELECT id, account, minutes, expires_at, state FROM hold WHERE network = $1",
            network.id
        ) {
            (
                Timebank.Hold(
                    id: $0.id(0),
                    account: $0.id(1),
                    minutes: $0.minutes(2),
                    expires: $0.instant(3)
                ), $0.text(4) == "open"
            )
        }
        let uncounted = try all("SELECT account, kind FROM rollup WHERE network = $1", network.id) {
            Account($0.id(0), try $0.number(1))
        }
        return Record(
            journal: try journal(),
            transfers: Dictionary(grouping: transfers, by: \.journal),
            holds: Dictionary(uniqueKeysWithValues: holds.map { ($0.0.id.raw, $0.0) }),
            counted: try counted(in: network),
            uncounted: try uncounted.map { ($0, try balance(of: $0, in: network.id)) },
            openHolds: Set(holds.filter(\.1).map(\.0.id.raw)),
            paid: try paid(in: network),
            misfits: try misfits(in: network)
        )
    }

    private func journal() throws -> [Record.Entry] {
        try all("SELECT id, operation, subjects, at FROM journal ORDER BY id") {
            Record.Entry(
                id: $0.integer(0),
                operation: $0.text(1),
                subjects: $0.text(2).split(separator: " ").compactMap {
                    Crockford.decode(String($0))
                },
                at: $0.instant(3)
            )
        }
    }

    private func counted(in network: Network) throws -> [Record.Stored] {
        try all(
            "SELECT id, kind, balance, held, lowest, floor, last FROM account WHERE network = $1",
            network.id
        ) {
            Record.Stored(
                account: Account($0.id(0), try $0.number(1)),
                purse: Purse(balance: $0.minutes(2), held: $0.minutes(3), limit: $0.minutes(4)),
                floor: $0.minutes(5),
                last: $0.idIfAny(6)
            )
        }
    }

    private func paid(in network: Network) throws -> [Hours.ID: Transfer.ID] {
        let pairs = try all(
            "SELECT id, transfer FROM hours WHERE network = $1 AND transfer IS NOT NULL",
            network.id
        ) { (Hours.ID(raw: $0.integer(0)), Transfer.ID(raw: $0.integer(1))) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func misfits(in network: Network) throws -> Int64 {
        try first(
            """
            SELECT
                (SELECT COUNT(*) FROM hours h LEFT JOIN transfer t ON t.id = h.transfer
                    WHERE h.status = 'confirmed' AND (t.id IS NULL OR t.minutes <> h.minutes))
                + (SELECT COUNT(*) FROM redemption r LEFT JOIN transfer t ON t.id = r.transfer
                    WHERE t.id IS NULL OR t.minutes <> r.minutes)
                + (SELECT COUNT(*) FROM redemption r LEFT JOIN reversal v
                    ON v.transfer = r.transfer
                    WHERE COALESCE(r.undone_by, 0) <> COALESCE(v.reversed_by, 0))
                + (SELECT COUNT(*) FROM transfer t LEFT JOIN reversal v ON v.reversed_by = t.id
                    WHERE t.kind = 19 AND (v.transfer IS NULL OR v.transfer <> t.reverses))
                + (SELECT COUNT(*) FROM reversal v LEFT JOIN transfer t ON t.id = v.reversed_by
                    WHERE t.id IS NULL)
            """,
            as: { $0.integer(0) }
        ) ?? -1
    }
}

extension Transfer {
    fileprivate init(row: Row) throws {
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

extension Book {
    /// A book in which everything that was recorded has happened again, in the order of each
    /// account's chain.
    ///
    /// - Throws: what the book refuses of what the store took.
    init(replaying record: Record, of network: Network) throws {
        self.init()
        for stored in record.counted {
            open(stored.account, limit: Book.opening(stored.account, in: network))
        }
        for (account, _) in record.uncounted { open(account) }
        let events = record.journal.flatMap { Event.all(of: $0, record) }
        for event in events.sorted(by: { $0.place < $1.place }) { try replay(event, record) }
    }

    /// How low an account may go when it is opened.
    static func opening(_ account: Account, in network: Network) -> Minutes {
        switch account.kind {
        case .wallet: network.walletLimit
        case .pot: network.potLimit
        default: .zero
        }
    }

    private mutating func replay(_ event: Event, _ record: Record) throws {
        let entry = event.entry
        switch event.what {
        case .transfer(let transfer) where entry.operation == PostHold.name:
            guard let hold = entry.subjects.first(where: { record.holds[$0] != nil }) else {
                throw LedgerError.holdOver
            }
            expect(try post(transfer, from: hold, now: entry.at), transfer)
        case .transfer(let transfer): try replay(transfer, at: entry)
        case .hold(let hold):
            try self.hold(
                hold.id.raw,
                hold.minutes,
                of: Account(hold.account, .wallet),
                until: hold.expires,
                now: entry.at
            )
        case .release(let hold): try release(hold)
        case .limit(let account, let lowest): limit(account, to: lowest)
        }
    }

    private mutating func replay(_ transfer: Transfer, at entry: Record.Entry) throws {
        guard let reversed = transfer.reverses else {
            return expect(try post(transfer, now: entry.at), transfer)
        }
        let back = try reverse(
            reversed,
            as: transfer.id,
            at: transfer.at,
            journal: transfer.journal,
            now: entry.at
        )
        expect(back, transfer)
    }

    private func expect(_ modelled: Transfer, _ stored: Transfer) {
        #expect(modelled == stored, "the links of a transfer differ from the book's")
    }

    /// Compares every account with the store's.
    func compare(with record: Record) {
        #expect(sum == .zero)
        for stored in record.counted {
            let entry = accounts[stored.account.id]
            #expect(entry?.purse == stored.purse, "what \(stored.account) holds")
            #expect(entry?.purse.floor == stored.floor, "the floor of \(stored.account)")
            #expect(entry?.last == stored.last, "the last transfer of \(stored.account)")
        }
        for (account, balance) in record.uncounted {
            #expect(accounts[account.id]?.purse.balance == balance, "what \(account) holds")
        }
        #expect(Set(holds.keys) == record.openHolds)
        #expect(record.misfits == 0)
    }
}

/// One thing that happened to accounts, and where on their chains.
private struct Event {
    enum What {
        case transfer(Transfer)
        case hold(Timebank.Hold)
        case release(Int64)
        case limit(Account.ID, Minutes)
    }

    let entry: Record.Entry
    let what: What
    /// The transfer that it is or comes after, then an id that was drawn when it happened.
    let place: (Int64, Int64)

    static func all(of entry: Record.Entry, _ record: Record) -> [Event] {
        let (subjects, drawn) = (entry.subjects, entry.subjects.last ?? 0)
        switch entry.operation {
        case PlaceHold.name:
            return subjects.first.flatMap { record.holds[$0] }.map {
                [Event(entry: entry, what: .hold($0), place: (subjects[2], drawn))]
            } ?? []
        case ReleaseHold.name:
            return [Event(entry: entry, what: .release(subjects[0]), place: (subjects[2], drawn))]
        case LimitWallets.name:
            return stride(from: 1, to: subjects.count - 1, by: 2).map { place in
                Event(
                    entry: entry,
                    what: .limit(ID(raw: subjects[place]), Minutes(-subjects[0])),
                    place: (subjects[place + 1], drawn)
                )
            }
        default:
            return (record.transfers[entry.id] ?? []).map {
                Event(entry: entry, what: .transfer($0), place: ($0.id.raw, 0))
            }
        }
    }
}
