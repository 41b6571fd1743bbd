internal import Ledger
internal import Store

/// A day has 1,440 minutes for one person, over all organisations of the network.
///
/// What was confirmed counts, but for what was taken back; what waits or was refused does not. More
/// than that is confirmed only with a reason, by whoever confirms.
enum DayRule {
    static let most = Minutes(1_440)
    /// How many days back people still tell of hours: ten years.
    static let recalled = 3_660
    /// No time bank has a record of an earlier day: 1 January 1970.
    static let earliest = Day(number: 0)

    /// Refuses a day that has not come yet, or that is older than anybody recalls.
    ///
    /// - isHistory: Whether the hours were decided long ago and only their record is brought in;
    ///   then nobody has to recall them, and any day since ``earliest`` will do.
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for ``Hours/Fields/date``.
    static func requirePast(_ day: Day, today: Day, isHistory: Bool = false) throws {
        guard day <= today else { throw Hours.Fields.date.refusal(.inTheFuture) }
        guard isHistory ? day >= earliest : today.days(since: day) <= recalled else {
            throw Hours.Fields.date.refusal(.tooLongAgo)
        }
    }

    /// Whether a day would come to more than it has.
    static func isBroken(by day: Minutes) -> Bool { day > most }

    /// The reason to keep with hours that bring a day to a length; nil where none is needed.
    ///
    /// - Throws: ``EarningRefusal/moreThanADay(day:)`` where one is needed and not there.
    static func reason(for day: Minutes, _ exception: String?) throws -> String? {
        guard isBroken(by: day) else { return nil }
        guard let exception else { throw EarningRefusal.moreThanADay(day: day) }
        return exception
    }

    /// A reason as it was said; what is blank counts as none.
    static func said(_ exception: String?) throws -> String? {
        try Hours.Fields.exception.checked(unlessBlank: exception)
    }
}

extension View {
    /// The day it is where the network is.
    var today: Day {
        get throws { Day(now, in: try here.zone) ?? now.day }
    }
}

/// One day of one member.
struct MemberDay: Hashable {
    let member: Member.ID
    let day: Day
}

extension Hours {
    var memberDay: MemberDay { MemberDay(member: member, day: day) }
}

extension Transaction {
    /// What a member has confirmed on the day of some hours, without these; asked ahead.
    ///
    /// Whoever relies on it is alone on the member first.
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

    /// What members have confirmed on the days of some hours.
    ///
    /// Whoever relies on it is alone on the members first.
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
    /// The days on which members have more confirmed than a day has, of those on which hours were
    /// recorded under ids after this one; 10,000 of them at most.
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

/// What members have on their days while many hours are confirmed one after another.
struct FullDays {
    private var days: [MemberDay: Minutes]
    private let exception: String?
    private let rounding: Minutes

    /// The days of some hours, once nobody else confirms for their members.
    ///
    /// - Throws: ``FieldRefusal/invalid(field:_:)`` for a reason that is too long.
    init(of hours: [Hours], exception: String?, at desk: Desk) throws {
        for member in Set(hours.map(\.member)).sorted() { try desk.tx.alone(on: member.raw) }
        days = try hours.isEmpty ? [:] : desk.tx.confirmed(on: hours.map(\.id))
        self.exception = try DayRule.said(exception)
        rounding = try desk.here.policy.rounding
    }

    /// Whether hours can be confirmed, and the reason to keep with them; those that cannot wait
    /// on, for their day would be too long and nobody said why.
    mutating func take(_ hours: Hours) -> (fits: Bool, reason: String?) {
        let given = Desk.rounded(hours.minutes, to: rounding)
        let day = (days[hours.memberDay] ?? .zero) + given
        let isBroken = DayRule.isBroken(by: day)
        if isBroken, exception == nil { return (false, nil) }
        days[hours.memberDay] = day
        return (true, isBroken ? exception : nil)
    }
}
