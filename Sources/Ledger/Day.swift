/// A calendar date, without time or time zone.
///
/// The proleptic Gregorian calendar is used for all years. Texts have the years 0001 to 9999;
/// arithmetic may leave them.
public struct Day: Hashable, Comparable, Sendable, CodedAsText {
    /// Days since 1 January 1970; negative before.
    public let number: Int

    /// The day `number` days after 1 January 1970.
    public init(number: Int) { self.number = number }

    /// The date; nil where there is none, such as 29 February 2026 or month 13.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        number = Self.number(year: year, month: month, day: day)
    }

    /// The date from the form `2026-11-21`; nil for any other text.
    public init?(iso text: String) {
        var text = text
        guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
        self = day
    }

    /// The date from the bytes of the form `2026-11-21`; nil for any others.
    public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
        var cursor = TextCursor(bytes)
        guard let day = cursor.day(), cursor.isAtEnd else { return nil }
        self = day
    }

    public init?(_ description: String) { self.init(iso: description) }

    /// The date as `2026-11-21`.
    public var iso: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { iso }

    /// Appends the form `2026-11-21` to `bytes`.
    public func append(to bytes: inout [UInt8]) {
        let (year, month, day) = date
        if year < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(abs(year), width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: month)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: day)
    }

    /// The day of the week, which repeats without a gap through all years.
    public var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        Weekday.allCases[(number + 3).remainder(floored: 7)]
    }

    /// The day `days` later; earlier where that is negative.
    public func adding(days: Int) -> Day { Day(number: number + days) }

    /// The number of days from `earlier` to this one; negative where `earlier` is later.
    public func days(since earlier: Day) -> Int { number - earlier.number }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}

/// A day of the week by its ISO 8601 number: Monday is 1.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

// Conversion between dates and day numbers. Years are counted from 1 March, so that a leap day
// comes last, and in eras of 400 years, after which the calendar repeats.
extension Day {
    private static let daysOfEra = 146_097
    private static let daysBefore1970 = 719_468

    /// The year, the month (1 to 12) and the day of the month.
    public var date: (year: Int, month: Int, day: Int) {
        let days = number + Self.daysBefore1970
        let era = days.divided(floored: Self.daysOfEra)
        let ofEra = days - era * Self.daysOfEra
        let leapDays = ofEra / 1_460 - ofEra / 36_524 + ofEra / 146_096
        let yearOfEra = (ofEra - leapDays) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, ofYear - (153 * fromMarch + 2) / 5 + 1)
    }

    /// The number of a date, which must exist.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.divided(floored: 400)
        let yearOfEra = marchYear - era * 400
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let ofEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + ofYear
        return era * daysOfEra + ofEra - daysBefore1970
    }

    /// The number of days in a month (1 to 12).
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

extension Int {
    /// The quotient, rounded towards minus infinity.
    func divided(floored divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The remainder of the division rounded towards minus infinity: never negative.
    func remainder(floored divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
