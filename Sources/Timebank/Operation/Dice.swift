/// A source of random numbers: the system's in production, a seeded one in tests.
package struct Dice: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64

    /// A source that calls `draw` for each 64-bit value.
    package init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

    package mutating func next() -> UInt64 { draw() }

    /// Returns `count` random bytes.
    package func bytes(_ count: Int) -> [UInt8] {
        var dice = self
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
    }

    /// Draws a number from 1 to 2^63 - 1 by which a process identifies itself in the store.
    func holder() -> Int64 {
        var dice = self
        return Int64.random(in: 1 ... .max, using: &dice)
    }
}
