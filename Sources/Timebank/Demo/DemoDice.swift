/// A seeded random number generator (SplitMix64), so that a demo is reproducible.
///
/// All distributions are computed here and not by the standard library, whose algorithms may change
/// between versions and would then give other data for the same seed.
struct DemoDice: RandomNumberGenerator {
    private var state: UInt64

    /// Starts the sequence of a seed.
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to, but not including, 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with a probability from 0 to 1.
    mutating func happens(_ chance: Double) -> Bool { share() < chance }

    /// A whole number in a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(share() * Double(range.count))
    }

    /// A whole number whose mean is `average`.
    mutating func times(_ average: Double) -> Int {
        Int(average) + (happens(average - average.rounded(.down)) ? 1 : 0)
    }

    /// An item of a list that must not be empty.
    mutating func pick<Item>(_ items: [Item]) -> Item {
        items[number(0...(items.count - 1))]
    }

    /// An index into a list of weights, with a probability proportional to its weight.
    mutating func index(in weights: [Double]) -> Int {
        var left = share() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }
}
