/// Dice that fall the same way for the same seed (SplitMix64), so that a demo can be made again.
///
/// Everything is worked out from the drawn bits right here, so that no newer standard library can
/// change what a seed stands for.
struct DemoDice: RandomNumberGenerator {
    private var state: UInt64

    /// Dice that begin the sequence of a seed.
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to, not including, 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something happens that does so with a chance from 0 to 1.
    mutating func happens(_ chance: Double) -> Bool { share() < chance }

    /// A whole number of a range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(share() * Double(range.count))
    }

    /// How often something happens that does so so many times on average.
    mutating func times(_ average: Double) -> Int {
        Int(average) + (happens(average - average.rounded(.down)) ? 1 : 0)
    }

    /// One of a list that is not empty.
    mutating func pick<Item>(_ items: [Item]) -> Item {
        items[number(0...(items.count - 1))]
    }

    /// The index in a list of weights, each as likely as it weighs.
    mutating func index(in weights: [Double]) -> Int {
        var left = share() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }
}
