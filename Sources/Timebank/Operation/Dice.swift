/// Where random numbers come from: the system's in a running program, seeded ones in a test.
package struct Dice: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64

    /// Dice that draw as they are told.
    package init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

    package mutating func next() -> UInt64 { draw() }

    /// So many random bytes.
    package func bytes(_ count: Int) -> [UInt8] {
        var dice = self
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
    }

    /// What one running program calls itself among others on the same store: 63 bits.
    func holder() -> Int64 {
        var dice = self
        return Int64.random(in: 1 ... .max, using: &dice)
    }
}
