internal import Ledger
internal import Store

/// The rule that a member has at most 1,440 minutes (24 hours) confirmed on one day.
///
/// It counts hours confirmed by any organisation of the network, except reversed ones; claimed and
/// refused hours do not count. More can only be confirmed with a reason given by the person who
/// confirms.
enum DayRule {
    /// The maximum for one day without a reason.
    static let most = Minutes(1_440)
    /// The number of days back for which hours can still be claimed: ten years.
    static let recalled = 3_660
    /// The earliest day of imported hours, 1 January 1970; no time bank has older records.
    static let earliest = Day(number: 0)

    /// Refuses a day in the future and a day too long ago.
    ///
    /// - today: The current day in the network's time zone.
    /// - isHistory: Whether the hours were decided elsewhere and only their record is imported.
    ///   Then any day from ``earliest`` on is allowed, else only the last ``recalled`` days.
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for ``Hours/Fields/date``.
    static func requirePast(_ day: Day, today: Day, isHistory: Bool = false) throws {
        guard day <= today else { throw Hours.Fields.date.refusal(.inTheFuture) }
        guard isHistory ? day >= earliest : today.days(since: day) <= recalled else {
            throw Hours.Fields.date.refusal(.tooLongAgo)
        }
    }

    /// Whether a day's total exceeds the maximum.
    static func isBroken(by day: Minutes) -> Bool { day > most }

    /// Returns the reason to record with hours that bring a day to this total; nil if none is
    /// needed.
    ///
    /// - Throws: ``EarningRefusal/moreThanADay(day:)`` if a reason is needed and missing.
    static func reason(for day: Minutes, _ exception: String?) throws -> String? {
        guard isBroken(by: day) else { return nil }
        guard let exception else { throw EarningRefusal.moreThanADay(day: day) }
        return exception
    }

    /// Returns the checked reason; nil if it is blank.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` if it is too long.
    static func said(_ exception: String?) throws -> String? {
        try Hours.Fields.exception.checked(unlessBlank: exception)
    }
}

extension View {
    /// The current day in the network's time zone.
    var today: Day {
        get throws { Day(now, in: try here.zone) ?? now.day }
    }
}

/// One day of one member, as a key.
struct MemberDay: Hashable {
    let member: Member.ID
    let day: Day
}

extension Hours {
    var memberDay: MemberDay { MemberDay(member: member, day: day) }
}

extension Transaction {
    /// Queries the member's confirmed minutes on the day of some hours, without these hours.
    ///
    /// The query is sent ahead and read later. The caller must hold the lock of the member
    /// (`alone(on:)`), else the sum may change before it is used.
    func laterConfirmed(on hours: Hours) throws -> Later<Minutes> {
        try later(
            """
            SELECT CAST(COALESCE(SUM(h.minutes), 0) AS BIGINT)
            FROM hours h
            WHERE h.member = $1 AND h.day = $2 AND h.status = 'confirmed' AND h.id <> $3
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = h.transfer)
            """,
            hours.member,
            hours.day.number,
            hours.id
        ) { $0.minutes(0) }
    }

    /// Returns the members' confirmed minutes on the days of some hours; days without any are
    /// missing.
    ///
    /// The caller must hold the locks of the members (`alone(on:)`), else the sums may change
    /// before they are used.
    func confirmed(on hours: [Hours.ID]) throws -> [MemberDay: Minutes] {
        let found = try all(
            """
            \(IDList.asked),
            days (member, day) AS (
                SELECT DISTINCT w.member, w.day FROM asked JOIN hours w ON w.id = asked.id)
            SELECT h.member, h.day, CAST(SUM(h.minutes) AS BIGINT)
            FROM days d JOIN hours h ON h.member = d.member AND h.day = d.day
            WHERE h.status = 'confirmed'
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = h.transfer)
            GROUP BY h.member, h.day
            """,
            IDList(hours)
        ) {
            let day = MemberDay(member: $0.id(0), day: Day(number: Int($0.integer(1))))
            return (day, $0.minutes(2))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

extension Transaction {
    /// Returns the days with more confirmed minutes than ``DayRule/most``, and their minutes.
    ///
    /// Only days with hours that were recorded under ids after `id` are checked; at most 10,000 are
    /// returned.
    func fullDays(after id: Int64, in network: Network.ID) throws -> [MemberDay: Minutes] {
        let found = try all(
            """
            SELECT h.member, h.day, CAST(SUM(h.minutes) AS BIGINT)
            FROM (SELECT DISTINCT member, day FROM hours
                WHERE id > $1 AND network = $2 AND status = 'confirmed') d
                JOIN hours h ON h.member = d.member AND h.day = d.day
            WHERE h.status = 'confirmed'
                AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.transfer = h.transfer)
            GROUP BY h.member, h.day HAVING SUM(h.minutes) > $3
            ORDER BY h.member, h.day LIMIT 10000
            """,
            id,
            network,
            DayRule.most
        ) {
            let day = MemberDay(member: $0.id(0), day: Day(number: Int($0.integer(1))))
            return (day, $0.minutes(2))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }
}

/// The members' confirmed minutes per day while many hours are confirmed one after another.
struct DayTotals {
    private var days: [MemberDay: Minutes]
    private let exception: String?
    private let rounding: Minutes

    /// Locks the members of some hours and loads their confirmed minutes on those days.
    ///
    /// - exception: The reason for days with more than 24 hours; nil for none.
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for a reason that is too long.
    init(of hours: [Hours], exception: String?, at desk: Desk) throws {
        for member in Set(hours.map(\.member)).sorted() { try desk.tx.alone(on: member.raw) }
        days = try hours.isEmpty ? [:] : desk.tx.confirmed(on: hours.map(\.id))
        self.exception = try DayRule.said(exception)
        rounding = try desk.here.policy.rounding
    }

    /// Adds the rounded hours to their day if they can be confirmed, and returns the reason to
    /// record.
    ///
    /// They do not fit if the day would exceed 24 hours and there is no reason; then they are not
    /// added and keep waiting.
    mutating func take(_ hours: Hours) -> (fits: Bool, reason: String?) {
        let given = Desk.rounded(hours.minutes, to: rounding)
        let day = (days[hours.memberDay] ?? .zero) + given
        let isBroken = DayRule.isBroken(by: day)
        if isBroken, exception == nil { return (false, nil) }
        days[hours.memberDay] = day
        return (true, isBroken ? exception : nil)
    }
}
