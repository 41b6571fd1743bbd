internal import Glibc
internal import Ledger

/// The one place that reads the machine's clock.
enum Clock {
    /// Now, in UTC.
    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        )
    }
}
