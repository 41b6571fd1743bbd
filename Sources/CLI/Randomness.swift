internal import Timebank

/// Random numbers of the system; nothing else in the program draws any.
enum Randomness {
    static let dice = Dice {
        var system = SystemRandomNumberGenerator()
        return system.next()
    }

    /// A number from 0 to 1.
    static var fraction: Double { Double.random(in: 0...1) }

    /// A node number for ids, drawn anew by each run of the program.
    static var node: Int { Int.random(in: 0..<1_024) }
}
