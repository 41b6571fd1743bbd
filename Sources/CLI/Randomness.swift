internal import Timebank

/// The one place that draws random numbers, from the system.
enum Randomness {
    static let dice = Dice {
        var system = SystemRandomNumberGenerator()
        return system.next()
    }
}
