/// A JSON value as it was read: nothing rounded, nothing lost, names in the order they came.
indirect enum JSON: Hashable, Sendable {
    /// A member of an object.
    struct Member: Hashable, Sendable {
        let name: String
        let value: JSON
    }

    /// A number, told apart by what may be done with it.
    enum Number: Hashable, Sendable {
        /// A whole number that 64 bits hold.
        case whole(Int64)
        /// A whole number that they do not.
        case huge
        /// One with a fraction or an exponent.
        case broken
    }

    case null
    case flag(Bool)
    case number(Number)
    case text(String)
    case list([JSON])
    case object([Member])
}

/// Why bytes are no JSON that is read here.
enum JSONFlaw: Error, Hashable, Sendable {
    /// Something else stands there, or nothing.
    case malformed(at: Int)
    /// A name stands twice in one object.
    case duplicate(String)
    /// Values stand in each other deeper than ``JSONReader/depthMost``.
    case tooDeep
}
