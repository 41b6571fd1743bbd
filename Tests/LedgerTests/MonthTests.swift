import Ledger
import Testing

@Suite struct MonthTests {
    @Test func `a month is read and written as year and number, and as nothing else`() throws {
        let november = try #require(Month("2026-11"))
        #expect(november.description == "2026-11")
        #expect((november.year, november.number) == (2026, 11))
        #expect(november == Month(year: 2026, number: 11))
        for wrong in ["2026-13", "2026-00", "2026-1", "26-11", "2026-11-01", "", "2026/11"] {
            #expect(Month(wrong) == nil, "\(wrong)")
        }
        #expect(Month(year: 0, number: 1) == nil && Month(year: 2026, number: 13) == nil)
    }

    @Test func `every day belongs to the month that begins last before it`() {
        for number in -800_000..<800_000 where number.isMultiple(of: 97) {
            let day = Day(number: number)
            guard day.date.year > 1 else { continue }
            let month = Month(of: day)
            #expect(month.first <= day && day < month.adding(months: 1).first)
            #expect(month.first.date == (day.date.year, day.date.month, 1))
            #expect(month.adding(months: -1) < month)
        }
    }
}
