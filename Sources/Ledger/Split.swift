/// Minutes divided among people so that none is lost.
public struct Split: Hashable, Sendable {
    /// What each person gets, in the order of the weights.
    public let shares: [Minutes]
    /// What could not be divided, and goes to the network's pot.
    public let remainder: Minutes

    /// Divides evenly; with nobody to divide among, all of it remains.
    public init(_ whole: Minutes, among people: Int) {
        self.init(whole, weights: Array(repeating: 1, count: max(people, 0)))
    }

    /// Divides by weight, each share rounded down to the minute.
    ///
    /// Multiplied in 128 bits, so no weight that fits into 64 bits can overflow.
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
