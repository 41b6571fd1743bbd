import FoundationEssentials
import FoundationInternationalization
package import Ledger

/// What the clocks of one place show: a network's time zone, such as `Europe/London`.
package struct TimeZoneRules: Sendable {
    private let zone: TimeZone

    /// The rules of a zone of the IANA database, or `nil` if it has none of that name.
    package init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// The zone's name.
    package var identifier: String { zone.identifier }

    /// Seconds that local clocks are ahead of UTC at a moment.
    package func secondsAheadOfUTC(at instant: Instant) -> Int {
        let seconds = Double(instant.milliseconds) / 1_000
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
    }

    /// The date that a calendar on the wall shows at a moment.
    package func day(of instant: Instant) -> Day { local(instant).day }

    /// The date on the wall, and the microseconds since its midnight as the clock counts them.
    package func local(_ instant: Instant) -> (day: Day, microseconds: Int) {
        let wall = instant + .seconds(secondsAheadOfUTC(at: instant))
        return (wall.day, Int(wall.microseconds - wall.day.start.microseconds))
    }

    /// The first moment of a day; an hour later than midnight where the clocks skip midnight.
    package func start(of day: Day) -> Instant {
        let midnight = day.start
        let before = secondsAheadOfUTC(at: midnight - .seconds(86_400))
        let after = secondsAheadOfUTC(at: midnight + .seconds(86_400))
        let candidates = [max(before, after), min(before, after)].map { ahead in
            (ahead: ahead, instant: midnight - .seconds(ahead))
        }
        for (ahead, instant) in candidates where secondsAheadOfUTC(at: instant) == ahead {
            return instant
        }
        // No clock showed this midnight: the day begins where the clocks were put forward.
        return midnight - .seconds(before)
    }
}

extension Day {
    /// The date at a moment in a zone of the IANA database; `nil` if it has none of that name.
    package init?(_ instant: Instant, in zone: String) {
        guard let rules = TimeZoneRules(identifier: zone) else { return nil }
        self = rules.day(of: instant)
    }
}
