package import Ledger

/// The format of a date.
package enum DayStyle: Hashable, Sendable {
    /// `Thursday 21 November`.
    case full
    /// `Thu 21 Nov`.
    case short
    /// `21 November 2024`.
    case dated
}

extension Catalogue {
    /// Formats a date in a language.
    package static func day(
        _ day: Day,
        in language: Language,
        _ style: DayStyle = .full
    ) -> String {
        let short = style == .short
        let date = day.date
        let facts: [String: Fact] = [
            "weekday": .text((short ? shortWeekdays : weekdays)[day.weekday.rawValue - 1]),
            "day": .word("\(date.day)"),
            "month": .text((short ? shortMonths : months)[date.month - 1]),
            "year": .word("\(date.year)"),
        ]
        let pattern: CalendarText =
            switch style {
            case .full: CalendarText.dayFull
            case .short: CalendarText.dayShort
            case .dated: CalendarText.dayDated
            }
        return text(pattern, in: language, facts)
    }

    /// Formats a date relative to `today`.
    ///
    /// Today, yesterday and tomorrow are named; other days up to 180 days away are short, and days
    /// further away have their year.
    package static func day(
        _ day: Day,
        from today: Day,
        in language: Language
    ) -> String {
        switch today.days(since: day) {
        case 0: text(CalendarText.dayToday, in: language)
        case 1: text(CalendarText.dayYesterday, in: language)
        case -1: text(CalendarText.dayTomorrow, in: language)
        case -180...180: self.day(day, in: language, .short)
        default: self.day(day, in: language, .dated)
        }
    }

    /// Formats a month with its year, such as `November 2026`.
    package static func month(_ month: Month, in language: Language) -> String {
        text(
            CalendarText.monthOfYear,
            in: language,
            [
                "month": .text(monthsAlone[month.number - 1]),
                "year": .word("\(month.year)"),
            ]
        )
    }

    private static let weekdays: [CalendarText] = [
        .monday, .tuesday, .wednesday, .thursday,
        .friday, .saturday, .sunday,
    ]
    private static let shortWeekdays: [CalendarText] = [
        .mondayShort, .tuesdayShort, .wednesdayShort,
        .thursdayShort, .fridayShort,
        .saturdayShort, .sundayShort,
    ]
    private static let months: [CalendarText] = [
        .january, .february, .march, .april,
        .may, .june,
        .july, .august, .september, .october,
        .november, .december,
    ]
    private static let shortMonths: [CalendarText] = [
        .januaryShort, .februaryShort, .marchShort,
        .aprilShort, .mayShort, .juneShort,
        .julyShort, .augustShort, .septemberShort,
        .octoberShort, .novemberShort, .decemberShort,
    ]
    private static let monthsAlone: [CalendarText] = [
        .monthJanuary, .monthFebruary, .monthMarch, .monthApril, .monthMay, .monthJune,
        .monthJuly, .monthAugust, .monthSeptember, .monthOctober, .monthNovember,
        .monthDecember,
    ]
}
