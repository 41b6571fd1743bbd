internal import Ledger
internal import Store

// Checks how hours and redemptions are paid, and what they refer to.
extension Audit {
    /// Checks all hours and redemptions, and sums the events that their rows imply.
    func checkWork() throws {
        let opportunities = try organisations(
            "SELECT id, organisation FROM opportunity ORDER BY id"
        )
        let offers = try organisations("SELECT id, organisation FROM offer ORDER BY id")
        try emitWorkEvents(
            hours: { check($0, at: opportunities[$0.opportunity]) },
            redemptions: { check($0, at: offers[$0.offer]) },
            { self.workEvents.add($0) }
        )
        try checkPaidOnce()
    }

    /// Returns the organisation of each opportunity or offer, by id.
    private func organisations(_ sql: SQLText) throws -> [Int64: Int64] {
        let rows = try tx.all(sql) { ($0.integer(0), $0.integer(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    private func check(_ hours: HoursLine, at organisation: Int64?) {
        let name = { named("hours", hours.id) }
        if let wrong = fault(hours, organisation) { note(hours.network, "\(name()) \(wrong)") }
        look(for: hours.member, .member, in: hours.network, name())
        look(for: hours.organisation, .organisation, in: hours.network, name())
        look(for: hours.opportunity, .opportunity, in: hours.network, name())
        if hours.enteredBy != 0 {
            look(for: hours.enteredBy, .person, in: hours.network, name())
        }
        look(for: hours.decidedBy, .person, in: hours.network, name())
    }

    private func fault(_ hours: HoursLine, _ organisation: Int64?) -> String? {
        guard let status = hours.status else { return "are in no state that there is" }
        if status == .confirmed, !isPaid(hours) { return "are confirmed, but not so paid" }
        if let organisation, organisation != hours.organisation {
            return "are of another organisation than their opportunity"
        }
        if status == .claimed, hours.decidedBy != nil { return "wait, and somebody decided them" }
        if status != .confirmed, hours.transfer != nil { return "are paid, but not confirmed" }
        // Confirmed hours may have a reason: it is required for a day of more than 24 hours.
        if status == .claimed, hours.hasReason { return "wait, but with a reason" }
        if status == .confirmed, !isDated(hours) { return "are paid for another day" }
        return nil
    }

    private func isPaid(_ hours: HoursLine) -> Bool {
        guard let paid = hours.paid else { return false }
        let payer = accounts.position(of: paid.from).map { accounts[$0] }
        return paid.network == hours.network && paid.kind == TransferKind.earn.rawValue
            && paid.minutes == hours.minutes && holder(paid.to) == hours.member
            && (payer?.kind == .issuance || payer?.holder == hours.organisation)
    }

    /// Whether the transfer's time fits the day of the hours.
    ///
    /// That is noon UTC of the day, or the time of confirmation if it was earlier on that day. In
    /// some time zones a day begins 14 hours earlier than in UTC.
    private func isDated(_ hours: HoursLine) -> Bool {
        guard let paid = hours.paid, !imports.contains(paid.journal) else { return true }
        let noon = hours.day &* Self.day &+ Self.day / 2
        if paid.at == noon { return true }
        return paid.at < noon && paid.at >= noon &- Self.day / 12 * 13
            && !Self.isNoon(paid.at)
    }

    /// A day, in microseconds.
    private static let day: Int64 = 86_400_000_000

    /// Whether a time, in microseconds since 1970, is noon UTC.
    static func isNoon(_ at: Int64) -> Bool {
        let rest = at % day
        return rest == day / 2 || rest == -day / 2
    }

    private func check(_ redemption: RedemptionLine, at organisation: Int64?) {
        let (network, name) = (redemption.network, { named("redemption", redemption.id) })
        if let wrong = fault(redemption, organisation) { note(network, "\(name()) \(wrong)") }
        look(for: redemption.member, .member, in: network, name())
        look(for: redemption.organisation, .organisation, in: network, name())
        look(for: redemption.offer, .offer, in: network, name())
        if redemption.till != 0 { look(for: redemption.till, .person, in: network, name()) }
        look(for: redemption.guardian, .person, in: network, name())
    }

    private func fault(_ redemption: RedemptionLine, _ organisation: Int64?) -> String? {
        guard let paid = redemption.paid, paid.network == redemption.network,
            paid.kind == TransferKind.redeem.rawValue, paid.minutes == redemption.minutes,
            holder(paid.from) == redemption.member, holder(paid.to) == redemption.organisation
        else { return "is not paid" }
        // An imported redemption is not undone where its file did not say so.
        let mayLackIt = redemption.till == 0 && redemption.undoneBy == nil
        if redemption.undoneBy != redemption.reversedBy, !mayLackIt {
            return redemption.undoneBy == nil
                ? "is not undone, but its transfer was taken back"
                : "is undone by what is no reversal of it"
        }
        if let organisation, organisation != redemption.organisation {
            return "is of another organisation than its offer"
        }
        if redemption.till != 0, let price = redemption.price, price != redemption.minutes {
            return "took \(redemption.minutes) minutes, its offer asks \(price)"
        }
        return nil
    }

    private func holder(_ account: Int64) -> Int64? {
        accounts.position(of: account).map { accounts[$0].holder }
    }
}
