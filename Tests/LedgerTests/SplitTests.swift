internal import Ledger
internal import Support
internal import Testing

@Suite struct SplitTests {
    @Test func `seven minutes among three leave one for the pot`() {
        let split = Split(Minutes(7), among: 3)
        #expect(split.shares == [Minutes(2), Minutes(2), Minutes(2)])
        #expect(split.remainder == Minutes(1))
    }

    @Test func `with nobody to divide among, all of it remains`() {
        #expect(Split(Minutes(50), among: 0).remainder == Minutes(50))
        #expect(Split(Minutes(50), among: -2).shares.isEmpty)
        #expect(Split(Minutes(50), weights: [0, 0]).remainder == Minutes(50))
    }

    @Test func `the largest numbers there are do not overflow`() {
        let split = Split(Minutes(.max), weights: [.max, .max, .max])
        #expect(split.shares.reduce(split.remainder, +) == Minutes(.max))
        #expect(Set(split.shares) == [Minutes(.max / 3)])
    }

    @Test(arguments: Seeds.some)
    func `dividing loses nothing and gives nobody more than their part`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let most: Int64 = Bool.random(using: &random) ? 1_000 : 1_000_000_000_000
            let whole = Minutes(.random(in: 0...most, using: &random))
            let weights = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Int64.random(in: 0...most, using: &random)
            }
            let split = Split(whole, weights: weights)
            #expect(split.shares.reduce(split.remainder, +) == whole)
            #expect(split.shares.count == weights.count && split.remainder >= .zero)
            let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
            guard sum > 0 else { continue }
            #expect(split.remainder < Minutes(Int64(max(weights.count, 1))))
            for (share, weight) in zip(split.shares, weights) {
                // Less than a minute below the exact part, never above it.
                let exact = Int128(whole.count) * Int128(weight)
                #expect(Int128(share.count) * sum <= exact)
                #expect((Int128(share.count) + 1) * sum > exact)
            }
        }
    }
}
