internal import Synchronization

/// Counts the round trips of all connections of a store.
final class RoundTrips: Sendable {
    private let sum = Atomic<Int>(0)

    func addOne() { sum.add(1, ordering: .relaxed) }

    var count: Int { sum.load(ordering: .relaxed) }
}
