import FoundationEssentials
import FoundationInternationalization
package import Ledger

/// The rules of one time zone, such as `Europe/London`, to convert between UTC and local time.
package struct TimeZoneRules: Sendable {
    private let zone: TimeZone

    /// The rules of a zone of the IANA database; nil for an unknown identifier.
    package init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// The zone's identifier.
    package var identifier: String { zone.identifier }

    /// The offset of local time from UTC at a moment, in seconds, positive east of Greenwich.
    package func secondsAheadOfUTC(at instant: Instant) -> Int {
        let seconds = Double(instant.milliseconds) / 1_000
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
    }

    /// The local date at a moment.
    package func day(of instant: Instant) -> Day { local(instant).day }

    /// The local date and time at a moment, as microseconds since midnight on the clock.
    package func local(_ instant: Instant) -> (day: Day, microseconds: Int) {
        let wall = instant + .seconds(secondsAheadOfUTC(at: instant))
        return (wall.day, Int(wall.microseconds - wall.day.start.microseconds))
    }

    /// The first moment of a local day.
    ///
    /// That is midnight, or one hour later where the clocks skip midnight.
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
        // Midnight was skipped: the day begins when the clocks go forward.
        return midnight - .seconds(before)
    }
}

extension Day {
    /// The local date at a moment in a zone of the IANA database; nil for an unknown identifier.
    package init?(_ instant: Instant, in zone: String) {
        guard let rules = TimeZoneRules(identifier: zone) else { return nil }
        self = rules.day(of: instant)
    }
}
