import FoundationEssentials
import Ledger
import Support
import Testing

/// The calendar.
@Suite struct DayTests {
    @Test func `dates, day numbers and weekdays agree with Python's`() throws {
        for known in CivilTable.days {
            let day = try #require(Day(iso: known.iso))
            #expect(day.number == known.number, "\(known.iso)")
            #expect(day.weekday.rawValue == known.weekday, "\(known.iso)")
            #expect(Day(number: known.number).iso == known.iso)
        }
    }

    @Test func `four hundred years, walked a day at a time, miss none and repeat none`() {
        var (year, month, dayOfMonth) = (1_899, 12, 31)
        let start = Day(year: 1_900, month: 1, day: 1)?.number ?? 0
        for number in start..<(start + 146_097) {
            dayOfMonth += 1
            let isLeapYear = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if dayOfMonth > lengths[month - 1] { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            let date = Day(number: number).date
            let isRight = date == (year, month, dayOfMonth)
            let isBack = Day(year: year, month: month, day: dayOfMonth)?.number == number
            if !isRight || !isBack { Issue.record("\(year)-\(month)-\(dayOfMonth)") }
        }
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-11-211", "2026-1-21", "2026/11/21", "20261121", "2026-00-01",
        "2026-13-01", "2026-11-00", "2026-11-31", "2026-02-29", "1900-02-29", "0000-01-01",
        "-001-01-01", "+026-11-21", "2026-11-21 ", " 2026-11-21", "2026-11-2१", "12026-11-21",
    ])
    func `what is no date is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: Seeds.some)
    func `adding days and counting them undo each other`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let day = Day(number: .random(in: -714_000...2_927_000, using: &random))
            let days = Int.random(in: -5_000...5_000, using: &random)
            let other = day.adding(days: days)
            #expect(other.days(since: day) == days)
            #expect((day < other) == (days > 0))
            #expect((day.iso < other.iso) == (days > 0))
            #expect((other.weekday.rawValue - day.weekday.rawValue - days) % 7 == 0)
            #expect(Day(iso: day.iso) == day)
        }
    }

    @Test func `a date is its text in JSON`() throws {
        let json = try JSONEncoder().encode([Day(number: 0)])
        #expect(String(decoding: json, as: UTF8.self) == #"["1970-01-01"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: json) == [Day(number: 0)])
    }

    @Test(arguments: Seeds.some)
    func `random text is refused or comes back as it was`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let bytes = Samples.bytes(likely: Array("0129-".utf8), upTo: 11, &random)
            let text = String(decoding: bytes, as: UTF8.self)
            if let day = Day(iso: text) { #expect(day.iso == text) }
        }
    }
}
