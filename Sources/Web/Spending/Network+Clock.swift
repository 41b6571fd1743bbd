internal import Ledger
internal import Timebank

extension Network {
    /// Formats an instant as the network's local time of day, such as `19:05`.
    ///
    /// It is `00:00` if the network's time zone is unknown.
    func clock(_ instant: Instant) -> String {
        let rules = TimeZoneRules(identifier: zone)
        let seconds = rules.map { $0.local(instant).microseconds / 1_000_000 } ?? 0
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
