/// A whole number of minutes: the unit of balances and transfers.
///
/// There are no fractions. Sums of balances cannot overflow in practice: nine thousand million of
/// the largest transfers fit into 64 bits.
public struct Minutes: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The number of minutes; negative for a debt.
    public let count: Int64

    public static let zero = Minutes(0)

    /// What one transfer can move: 1 to 1,000,000,000.
    public static let movable = Minutes(1)...Minutes(1_000_000_000)

    /// The amount of so many minutes.
    public init(_ count: Int64) { self.count = count }

    /// The amount of so many hours of sixty minutes.
    public static func hours(_ hours: Int64) -> Minutes { Minutes(hours * 60) }

    public static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }

    public static func + (left: Minutes, right: Minutes) -> Minutes {
        Minutes(left.count + right.count)
    }

    public static func - (left: Minutes, right: Minutes) -> Minutes {
        Minutes(left.count - right.count)
    }

    public static prefix func - (minutes: Minutes) -> Minutes { Minutes(-minutes.count) }
}

extension Minutes: CustomStringConvertible {
    public var description: String { "\(count) min" }
}

extension Minutes: Codable {
    public init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
