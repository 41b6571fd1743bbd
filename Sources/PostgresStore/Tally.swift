internal import Synchronization

/// How often any connection of a store has waited for an answer.
final class Tally: Sendable {
    private let trips = Atomic<Int>(0)

    /// One more.
    func trip() { trips.add(1, ordering: .relaxed) }

    var count: Int { trips.load(ordering: .relaxed) }
}
