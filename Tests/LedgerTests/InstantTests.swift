import Ledger
import Support
import Testing

/// Moments and how RFC 3339 writes them.
@Suite struct InstantTests {
    @Test func `moments agree with Python's`() {
        for known in CivilTable.moments {
            #expect(Instant(rfc3339: known.rfc3339)?.microseconds == known.microseconds)
        }
    }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2026-11-21T19:30:00+01:00", "2026-11-21T18:30:00Z"),
            ("2026-11-21t19:30:00.5z", "2026-11-21T19:30:00.500000Z"),
            ("2026-11-21T19:30:00.1234567-00:00", "2026-11-21T19:30:00.123456Z"),
            ("2026-11-21T19:30:00.000000999Z", "2026-11-21T19:30:00Z"),
            ("1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999999Z"),
            ("2026-12-31T23:59:59-23:59", "2027-01-01T23:58:59Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
        ] as [(given: String, shown: String)]
    )
    func `a moment is shown in UTC`(_ known: (given: String, shown: String)) {
        #expect(Instant(rfc3339: known.given)?.rfc3339 == known.shown)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T19:30:00", "2026-11-21 19:30:00Z", "2026-11-21T19:30Z",
        "2026-11-21T24:00:00Z", "2026-11-21T19:60:00Z", "2026-06-30T23:59:60Z",
        "2026-11-21T19:30:61Z", "2026-11-21T19:30:00.Z", "2026-11-21T19:30:00.1234567890Z",
        "2026-11-21T19:30:00,5Z", "2026-11-21T19:30:00+0100", "2026-11-21T19:30:00+1:00",
        "2026-11-21T19:30:00+24:00", "2026-11-21T19:30:00+01:60", "2026-11-21T19:30:00ZZ",
        "2026-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01", "10000-01-01T00:00:00Z", "2026-11-21T1９:30:00Z",
    ])
    func `anything else is refused`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(arguments: Seeds.some)
    func `every microsecond of four-digit years comes back from its text`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let range = Int64(-62_135_596_800_000_000)...253_402_300_799_999_999
        for _ in 0..<2_000 {
            let instant = Instant(microseconds: .random(in: range, using: &random))
            #expect(Instant(rfc3339: instant.rfc3339) == instant)
            #expect(instant.day.start <= instant)
            #expect(instant < instant.day.adding(days: 1).start)
            #expect(instant.rfc3339.hasPrefix(instant.day.iso + "T"))
        }
    }

    @Test func `a moment outside four-digit years is shown, not lost`() {
        #expect(Instant(microseconds: .max).rfc3339 == "294247-01-10T04:00:54.775807Z")
        #expect(Instant(microseconds: .min).rfc3339.hasPrefix("-290308-"))
    }

    @Test func `milliseconds and durations are rounded down`() {
        #expect(Instant(microseconds: -1).milliseconds == -1)
        #expect(Instant(microseconds: 1_999).milliseconds == 1)
        #expect(Instant(milliseconds: 5).microseconds == 5_000)
        let start = Instant(microseconds: 10)
        #expect((start + .seconds(2)).microseconds == 2_000_010)
        #expect((start - .seconds(2)).microseconds == -1_999_990)
        #expect((start + .nanoseconds(-1)).microseconds == 9)
        #expect(start.duration(to: start + .milliseconds(7)) == .milliseconds(7))
    }

    @Test(arguments: Seeds.some)
    func `random text is refused or is a spelling of its moment`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let right = Array("2026-11-21T19:30:00.5+01:00".utf8)
        let likely = Array("0123456789-+:.TZz \0\u{7F}".utf8)
        for _ in 0..<5_000 {
            var bytes = right
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = likely.randomElement(using: &random) ?? 0
            }
            bytes.removeLast(Int.random(in: 0...6, using: &random))
            let text = String(decoding: bytes, as: UTF8.self)
            guard let instant = Instant(rfc3339: text) else { continue }
            #expect(Instant(rfc3339: instant.rfc3339) == instant)
        }
    }
}
