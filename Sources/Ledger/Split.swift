/// Minutes divided among people; shares and remainder add up to the whole.
public struct Split: Hashable, Sendable {
    /// Each person's share, in the order of the weights.
    public let shares: [Minutes]
    /// What is left by rounding; it goes to the network's pot.
    public let remainder: Minutes

    /// Divides into equal shares; with no people, all of it remains.
    public init(_ whole: Minutes, among people: Int) {
        self.init(whole, weights: Array(repeating: 1, count: max(people, 0)))
    }

    /// Divides in proportion to the weights, each share rounded down to the minute.
    ///
    /// Calculated in 128 bits, so no weight can overflow.
    public init(_ whole: Minutes, weights: [Int64]) {
        precondition(whole >= .zero && weights.allSatisfy { $0 >= 0 }, "a share below nothing")
        let sum = weights.reduce(into: Int128(0)) { $0 += Int128($1) }
        guard sum > 0 else {
            shares = weights.map { _ in .zero }
            remainder = whole
            return
        }
        shares = weights.map { Minutes(Int64(Int128(whole.count) * Int128($0) / sum)) }
        remainder = whole - shares.reduce(.zero, +)
    }
}
