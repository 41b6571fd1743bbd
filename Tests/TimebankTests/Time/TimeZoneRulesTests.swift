import Ledger
import Testing
import Timebank

/// What clocks on the wall show.
@Suite struct TimeZoneRulesTests {
    @Test func `the day turns at local midnight, in summer and in winter`() throws {
        let london = try #require(TimeZoneRules(identifier: "Europe/London"))
        #expect(london.day(of: try moment("2026-07-01T22:59:59Z")).iso == "2026-07-01")
        #expect(london.day(of: try moment("2026-07-01T23:00:00Z")).iso == "2026-07-02")
        #expect(london.day(of: try moment("2026-12-01T23:59:59Z")).iso == "2026-12-01")
        let instant = try moment("2026-07-01T23:00:00Z")
        #expect(Day(instant, in: "America/New_York")?.iso == "2026-07-01")
        #expect(Day(instant, in: "Asia/Kathmandu")?.iso == "2026-07-02")
        #expect(Day(instant, in: "Atlantis/Capital") == nil)
        let local = london.local(instant)
        #expect(local.day.iso == "2026-07-02" && local.microseconds == 0)
    }

    @Test(
        arguments: [
            ("Europe/London", "2026-03-29", "2026-03-29T00:00:00Z"),
            ("Europe/London", "2026-03-30", "2026-03-29T23:00:00Z"),
            ("Europe/Warsaw", "2026-10-25", "2026-10-24T22:00:00Z"),
            // Clocks go forward at midnight: the day begins at one.
            ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"),
            // Clocks go back at midnight to eleven: the day begins at the second midnight.
            ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
        ] as [(zone: String, day: String, start: String)]
    )
    func `a day begins where its clocks say`(
        _ known: (zone: String, day: String, start: String)
    ) throws {
        let rules = try #require(TimeZoneRules(identifier: known.zone))
        let day = try #require(Day(iso: known.day))
        #expect(rules.start(of: day).rfc3339 == known.start)
    }

    @Test(arguments: ["Europe/London", "Europe/Lisbon", "Asia/Beirut", "America/Santiago", "UTC"])
    func `the moment before a day begins belongs to the day before`(zone: String) throws {
        let rules = try #require(TimeZoneRules(identifier: zone))
        for number in stride(from: 0, to: 25_000, by: 1) {
            let day = Day(number: number)
            let start = rules.start(of: day)
            let isFirst = rules.day(of: start) == day
            let isBefore = rules.day(of: start - .microseconds(1)) < day
            if !isFirst || !isBefore { Issue.record("\(zone) \(day) begins \(start)") }
        }
    }

    private func moment(_ text: String) throws -> Instant {
        try #require(Instant(rfc3339: text))
    }
}
