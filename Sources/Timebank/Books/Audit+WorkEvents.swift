internal import Ledger
internal import Store

// Checks that hours and redemptions are in the state that the journal says.
extension Audit {
    /// Passes to `tell` the events that rows of hours, of redemptions and of `origin` imply.
    ///
    /// `hours` and `redemptions` are called with each row before its events are passed on.
    func emitWorkEvents(
        hours: (HoursLine) -> Void = { _ in },
        redemptions: (RedemptionLine) -> Void = { _ in },
        _ tell: (WorkEvent) -> Void
    ) throws {
        try tx.each(HoursLine.all) { row in
            let line = HoursLine(row)
            hours(line)
            line.workEvents(isErased: erased.contains(line.member), imports: imports, tell)
            return true
        }
        try tx.each(RedemptionLine.all) { row in
            let line = RedemptionLine(row)
            redemptions(line)
            tell(line.event)
            return true
        }
        try tellBroughtIn(tell)
    }

    /// Passes to `tell` the events of imports, which are recorded in `origin` and not in the
    /// journal.
    private func tellBroughtIn(_ tell: (WorkEvent) -> Void) throws {
        try tx.each(
            """
            SELECT o.network, o.kind, o.id, h.status, h.decided_by, h.member, t.journal
            FROM origin o
                LEFT JOIN hours h
                    ON h.id = o.id AND h.network = o.network AND o.kind = 'hours'
                LEFT JOIN transfer t ON t.id = h.transfer
            WHERE o.kind IN ('hours', 'redemption') ORDER BY o.network, o.kind, o.reference
            """
        ) { row in
            let (network, id) = (row.integer(0), row.integer(2))
            guard row.text(1) == "hours" else {
                tell(WorkEvent(.record, .broughtIn, of: id, in: network))
                return true
            }
            tell(WorkEvent(.record, .claimed, of: id, in: network))
            switch Hours.Status(rawValue: row.textIfAny(3) ?? "") {
            case .confirmed where imports.contains(row.integer(6)):
                tell(WorkEvent(.record, .broughtInPaid, of: id, in: network))
            case .refused where row.isNull(4) && !erased.contains(row.integer(5)):
                tell(WorkEvent(.record, .broughtInRefused, of: id, in: network))
            default: break
            }
            return true
        }
    }

    /// Reports which hours and redemptions differ from the journal.
    ///
    /// Where the sums differ, rows and journal are read again to find the ids.
    func compareWorkEvents() throws {
        guard !workEvents.isEven else { return }
        var found: [Int64: (weight: UInt64, network: Int64, hasRow: Bool, hasRecord: Bool)] = [:]
        var isRedemption: Set<Int64> = []
        let take = { (event: WorkEvent) in
            guard self.workEvents.isUneven(at: event) else { return }
            var one = found[event.of] ?? (0, event.network, false, false)
            one.weight &+= event.weight
            if event.side == .row { one.hasRow = true } else { one.hasRecord = true }
            found[event.of] = one
            if event.kind == .accepted || event.kind == .broughtIn { isRedemption.insert(event.of) }
        }
        var journal = JournalWalk()
        try journal.finish(tx) { $0.workEvents(take) }
        try emitWorkEvents(take)
        for (id, one) in found.sorted(by: { $0.key < $1.key }) where one.weight != 0 {
            let what = named(isRedemption.contains(id) ? "redemption" : "hours", id)
            note(
                one.network,
                !one.hasRow
                    ? "\(what): the journal says that they were recorded, and they are not there"
                    : one.hasRecord
                        ? "\(what): they are not in the state that the journal says"
                        : "\(what): nobody recorded them, as far as the journal says"
            )
        }
    }

    /// Reports each transfer that pays for two imported claims of hours.
    func checkPaidOnce() throws {
        guard !imports.isEmpty else { return }
        try tx.each(
            """
            SELECT h.network, h.transfer FROM origin o JOIN hours h ON h.id = o.id
            WHERE o.kind = 'hours' AND h.transfer IS NOT NULL
            GROUP BY h.network, h.transfer HAVING COUNT(*) > 1 ORDER BY h.transfer
            """
        ) { row in
            note(row.integer(0), "\(named("transfer", row.integer(1))) pays for two hours")
            return true
        }
    }
}

/// A row of hours with the transfer that it names; nothing is assumed valid.
struct HoursLine {
    let id: Int64
    let network: Int64
    let opportunity: Int64
    let organisation: Int64
    let member: Int64
    let minutes: Int64
    let day: Int64
    let status: Hours.Status?
    let enteredBy: Int64
    let decidedBy: Int64?
    let hasReason: Bool
    let transfer: Int64?
    /// The transfer that pays it; nil where it does not exist.
    let paid: Paid?

    struct Paid {
        let network: Int64
        let kind: Int64
        let from: Int64
        let to: Int64
        let minutes: Int64
        let at: Int64
        let journal: Int64

        /// Reads seven columns of a transfer, beginning with column `first`; nil where they are
        /// null.
        init?(_ row: Row, from first: Int) {
            guard !row.isNull(first) else { return nil }
            network = row.integer(first)
            kind = row.integer(first + 1)
            from = row.integer(first + 2)
            to = row.integer(first + 3)
            minutes = row.integer(first + 4)
            at = row.integer(first + 5)
            journal = row.integer(first + 6)
        }
    }

    static var all: SQLText {
        """
        SELECT h.id, h.network, h.opportunity, h.organisation, h.member, h.minutes, h.day,
            h.status, h.entered_by, h.decided_by, h.reason IS NOT NULL, h.transfer,
            t.network, t.kind, t.from_account, t.to_account, t.minutes, t.at, t.journal
        FROM hours h LEFT JOIN transfer t ON t.id = h.transfer ORDER BY h.id
        """
    }

    init(_ row: Row) {
        id = row.integer(0)
        network = row.integer(1)
        opportunity = row.integer(2)
        organisation = row.integer(3)
        member = row.integer(4)
        minutes = row.integer(5)
        day = row.integer(6)
        status = Hours.Status(rawValue: row.text(7))
        enteredBy = row.integer(8)
        decidedBy = row.integerIfAny(9)
        hasReason = row.flag(10)
        transfer = row.integerIfAny(11)
        paid = Paid(row, from: 12)
    }

    /// Passes to `tell` the events that the row implies.
    func workEvents(isErased: Bool, imports: Set<Int64>, _ tell: (WorkEvent) -> Void) {
        tell(WorkEvent(.row, .claimed, of: id, in: network, (enteredBy, 0, 0, 0)))
        switch status {
        case .confirmed:
            if let paid, imports.contains(paid.journal) {
                tell(WorkEvent(.row, .broughtInPaid, of: id, in: network))
            } else {
                tell(
                    WorkEvent(
                        .row,
                        .confirmed,
                        of: id,
                        in: network,
                        (transfer ?? 0, decidedBy ?? 0, 0, 0)
                    )
                )
            }
        case .refused:
            if let decidedBy {
                tell(WorkEvent(.row, .refused, of: id, in: network, (decidedBy, 0, 0, 0)))
            } else if !isErased {
                tell(WorkEvent(.row, .broughtInRefused, of: id, in: network))
            }
        case .claimed, nil: break
        }
    }
}

/// A row of a redemption with its transfer and its offer's price; nothing is assumed valid.
struct RedemptionLine {
    let id: Int64
    let network: Int64
    let offer: Int64
    let organisation: Int64
    let member: Int64
    let minutes: Int64
    /// The offer's price for this number of adults and children, in minutes; nil where it has none.
    let price: Int64?
    let till: Int64
    let guardian: Int64?
    let transfer: Int64
    let undoneBy: Int64?
    /// The reversal that is recorded for the transfer; nil for none.
    let reversedBy: Int64?
    let at: Int64
    /// The transfer that pays it; nil where it does not exist.
    let paid: HoursLine.Paid?

    static var all: SQLText {
        """
        SELECT r.id, r.network, r.offer, r.organisation, r.member, r.minutes,
            CASE WHEN r.children > 0 AND f.child IS NULL THEN NULL
                ELSE f.adult * r.adults + COALESCE(f.child, 0) * r.children END,
            r.till, r.guardian, r.transfer, r.undone_by, v.reversed_by, r.at, t.network, t.kind,
            t.from_account, t.to_account, t.minutes, t.at, t.journal
        FROM redemption r LEFT JOIN transfer t ON t.id = r.transfer
            LEFT JOIN offer f ON f.id = r.offer
            LEFT JOIN reversal v ON v.transfer = r.transfer
        ORDER BY r.id
        """
    }

    init(_ row: Row) {
        id = row.integer(0)
        network = row.integer(1)
        offer = row.integer(2)
        organisation = row.integer(3)
        member = row.integer(4)
        minutes = row.integer(5)
        price = row.integerIfAny(6)
        till = row.integer(7)
        guardian = row.integerIfAny(8)
        transfer = row.integer(9)
        undoneBy = row.integerIfAny(10)
        reversedBy = row.integerIfAny(11)
        at = row.integer(12)
        paid = HoursLine.Paid(row, from: 13)
    }

    /// The event that the row implies; a redemption with no till was imported.
    var event: WorkEvent {
        guard till != 0 else { return WorkEvent(.row, .broughtIn, of: id, in: network) }
        let isPresented: Int64 = guardian == nil ? 0 : 1
        return WorkEvent(.row, .accepted, of: id, in: network, (transfer, till, at, isPresented))
    }
}
