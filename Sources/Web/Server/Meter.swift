internal import Synchronization

/// Counts requests for `/metrics`, by route pattern and not by the path of a request.
final class Meter: Sendable {
    struct Key: Hashable, Sendable {
        let method: String
        let route: String
        let status: Int
    }

    struct Counts: Sendable {
        var requests: [Key: Int64] = [:]
        /// The number of requests that took at most each of ``Meter/bounds``, cumulative.
        var atMost = [Int64](repeating: 0, count: Meter.bounds.count)
        var answered: Int64 = 0
        /// The total duration of all answered requests, in microseconds.
        var microseconds: Int64 = 0
        /// The number of requests that are not answered yet.
        var underWay: Int64 = 0
    }

    /// The bounds of the histogram, in microseconds.
    static let bounds: [Int64] = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
        2_500_000, 5_000_000,
    ]

    private let counts = Mutex(Counts())

    /// The current counts.
    var now: Counts { counts.withLock { $0 } }

    func begin() { counts.withLock { $0.underWay += 1 } }

    func end() { counts.withLock { $0.underWay -= 1 } }

    func count(method: String, route: String, status: Int, microseconds: Int64) {
        let key = Key(method: method, route: route, status: status)
        counts.withLock { counts in
            counts.requests[key, default: 0] += 1
            counts.answered += 1
            counts.microseconds += microseconds
            for (position, bound) in Self.bounds.enumerated().reversed() {
                guard microseconds <= bound else { break }
                counts.atMost[position] += 1
            }
        }
    }
}
