/// A random number generator (SplitMix64) that yields the same sequence for the same seed.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Starts the sequence of `seed`.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// Seeds for property tests, passed as test arguments so that a failure prints its seed.
package enum Seeds {
    /// Two fixed seeds and one that is random in each run.
    package static let some: [UInt64] = [1, 2, .random(in: .min ... .max)]
}
