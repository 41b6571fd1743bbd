internal import Timebank

/// The one place that draws random numbers, from the system.
enum Randomness {
    static let dice = Dice {
        var system = SystemRandomNumberGenerator()
        return system.next()
    }

    /// A number from 0 to 1.
    static var fraction: Double { Double.random(in: 0...1) }

    /// The number by which a running program is told from others when it draws ids.
    static var node: Int { Int.random(in: 0..<1_024) }
}
