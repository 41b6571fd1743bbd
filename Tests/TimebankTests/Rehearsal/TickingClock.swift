internal import Ledger
internal import Support
internal import Synchronization

/// A clock that moves on by the same step each time it is read, so that every operation has a
/// moment of its own and a run takes days.
final class TickingClock: Sendable {
    private let micros: Mutex<Int64>
    private let step: Int64

    init(step: Duration) {
        micros = Mutex(TestClock.start.microseconds)
        self.step = step.components.seconds * 1_000_000
    }

    /// The next moment.
    func tick() -> Instant {
        micros.withLock {
            $0 += step
            return Instant(microseconds: $0)
        }
    }

    /// The last moment, without moving on.
    var now: Instant { micros.withLock { Instant(microseconds: $0) } }
}
