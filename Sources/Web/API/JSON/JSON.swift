/// A parsed JSON value; objects keep the order of their members.
indirect enum JSON: Hashable, Sendable {
    /// A member of an object.
    struct Member: Hashable, Sendable {
        let name: String
        let value: JSON
    }

    /// A number; the value is kept only for whole numbers, because the API accepts no others.
    enum Number: Hashable, Sendable {
        /// A whole number that fits in 64 bits.
        case whole(Int64)
        /// A whole number that does not fit in 64 bits.
        case huge
        /// A number with a fraction or an exponent.
        case broken
    }

    case null
    case flag(Bool)
    case number(Number)
    case text(String)
    case list([JSON])
    case object([Member])
}

/// Why bytes cannot be parsed as JSON.
enum JSONFlaw: Error, Hashable, Sendable {
    /// A syntax error, at this offset in bytes.
    case malformed(at: Int)
    /// An object has two members with this name.
    case duplicate(String)
    /// Values are nested deeper than ``JSONReader/depthMost``.
    case tooDeep
}
