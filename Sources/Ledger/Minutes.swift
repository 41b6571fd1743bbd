/// A whole number of minutes: what every account holds and every transfer moves.
///
/// There are no fractions and no money. Sums of balances fit easily: the largest transfer is
/// 1,000,000,000 minutes, so nine thousand million of them fit into 64 bits.
package struct Minutes: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// How many minutes, negative for a debt.
    package let count: Int64

    package static let zero = Minutes(0)

    /// The amounts that one transfer may move.
    package static let movable = Minutes(1)...Minutes(1_000_000_000)

    /// So many minutes.
    package init(_ count: Int64) { self.count = count }

    /// So many hours of sixty minutes.
    package static func hours(_ hours: Int64) -> Minutes { Minutes(hours * 60) }

    package static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }

    package static func + (left: Minutes, right: Minutes) -> Minutes {
        Minutes(left.count + right.count)
    }

    package static func - (left: Minutes, right: Minutes) -> Minutes {
        Minutes(left.count - right.count)
    }

    package static prefix func - (minutes: Minutes) -> Minutes { Minutes(-minutes.count) }
}

extension Minutes: CustomStringConvertible {
    package var description: String { "\(count) min" }
}

extension Minutes: Codable {
    package init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
