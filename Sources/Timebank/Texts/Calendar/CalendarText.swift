/// The names of days and months, and the formats of dates, hours and minutes.
package enum CalendarText: Int, Text {
    case unitHour, unitHourShort, unitMinute, spokenHours, spokenMinutes, spokenBelow, dayToday
    case dayYesterday, dayTomorrow, dayFull, dayShort, dayDated, monday, tuesday, wednesday
    case thursday, friday, saturday, sunday, mondayShort, tuesdayShort, wednesdayShort
    case thursdayShort, fridayShort, saturdayShort, sundayShort, january, february, march, april
    case may, june, july, august, september, october, november, december, januaryShort
    case februaryShort, marchShort, aprilShort, mayShort, juneShort, julyShort, augustShort
    case septemberShort, octoberShort, novemberShort, decemberShort
    // A month that stands alone, which some languages name otherwise than in a date.
    case monthOfYear, monthJanuary, monthFebruary, monthMarch, monthApril, monthMay, monthJune
    case monthJuly, monthAugust, monthSeptember, monthOctober, monthNovember, monthDecember

    package static let shelf = ParsedTexts(of: CalendarText.self)
}
