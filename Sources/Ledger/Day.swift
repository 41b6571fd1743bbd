/// A date of the calendar, without a time of day or a place.
///
/// The Gregorian calendar is used for all years, also those before it was made. People may give
/// the years 0001 to 9999; arithmetic may leave them.
public struct Day: Hashable, Comparable, Sendable, CodedAsText {
    /// Days since 1 January 1970; negative before.
    public let number: Int

    /// The day so many days after 1 January 1970.
    public init(number: Int) { self.number = number }

    /// The day of this date, or `nil` if there is no such date: month 13, 29 February 2026.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        number = Self.number(year: year, month: month, day: day)
    }

    /// The day written as `2026-11-21`, or `nil` if the text is anything else.
    public init?(iso text: String) {
        var text = text
        guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
        self = day
    }

    /// The day written in bytes as `2026-11-21`, or `nil` if they are anything else.
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

    /// Puts the date, as `2026-11-21`, at the end of `bytes`.
    public func append(to bytes: inout [UInt8]) {
        let (year, month, day) = date
        if year < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(abs(year), width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: month)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: day)
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        Weekday.allCases[(number + 3).remainder(floored: 7)]
    }

    /// The day so many days later, or earlier where negative.
    public func adding(days: Int) -> Day { Day(number: number + days) }

    /// How many days lie from an earlier day to this one; negative from a later one.
    public func days(since earlier: Day) -> Int { number - earlier.number }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}

/// A day of the week; the week begins on Monday, which is 1.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

// Civil arithmetic. Years are counted from 1 March, so that a leap day comes last, and in eras of
// 400 years, after which the calendar repeats to the day.
extension Day {
    private static let daysOfEra = 146_097
    private static let daysBefore1970 = 719_468

    /// Year, month (1 to 12) and day of the month.
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

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.divided(floored: 400)
        let yearOfEra = marchYear - era * 400
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let ofEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + ofYear
        return era * daysOfEra + ofEra - daysBefore1970
    }

    /// How many days a month (1 to 12) has.
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
    /// The quotient rounded down, also for a negative number.
    func divided(floored divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// What is left after dividing and rounding down: never negative.
    func remainder(floored divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
