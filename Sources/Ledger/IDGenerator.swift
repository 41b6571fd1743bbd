/// Generates ids that always grow, whatever the clock does.
///
/// An id is 42 bits of milliseconds since 1970 (until 2109), 10 bits of node and 11 bits of
/// sequence. When the clock is behind the last id, or more than 2,048 ids are needed in a
/// millisecond, the generator counts on ahead of the clock.
public struct IDGenerator: Sendable {
    private static let nodeBits: Int64 = 10
    private static let sequenceBits: Int64 = 11
    private static let sequenceMax: Int64 = 1 << sequenceBits - 1
    private static let millisecondsEnd: Int64 = 1 << 42

    /// By how much ids of one second differ from those of the next.
    public static let second: Int64 = 1_000 << (nodeBits + sequenceBits)

    private let node: Int64
    private var last: Int64

    /// A generator whose ids are all larger than the largest in the store.
    ///
    /// - Parameters:
    /// - node: 0 to 1,023; a different one for each process that writes to a store.
    /// - largest: The largest id in the store, of any node; 0 for an empty store.
    public init(node: Int, after largest: Int64) {
        precondition((0..<1 << Self.nodeBits).contains(Int64(node)), "a node is 0 to 1,023")
        self.node = Int64(node)
        self.last = largest
    }

    /// The next id, for a time in milliseconds since 1970; larger than the last one even if that is
    /// later.
    public mutating func next(at milliseconds: Int64) -> Int64 {
        let reached = Self.milliseconds(of: last)
        let first = firstID(of: max(milliseconds, reached))
        if first > last {
            last = first
        } else if hasRoom(after: last) {
            last += 1
        } else {
            last = firstID(of: reached + 1)
        }
        return last
    }

    /// Makes all later ids larger than this one.
    public mutating func goOn(after id: Int64) { last = max(last, id) }

    /// By how many milliseconds the last id is ahead of the clock; 0 where it is not.
    public func isAhead(of milliseconds: Int64) -> Int64 {
        max(0, Self.milliseconds(of: last) - max(0, milliseconds))
    }

    /// The time in an id, in milliseconds since 1970.
    public static func milliseconds(of id: Int64) -> Int64 { id >> (nodeBits + sequenceBits) }

    /// The smallest id of a time in milliseconds since 1970.
    public static func smallestID(at milliseconds: Int64) -> Int64 {
        max(0, milliseconds) << (nodeBits + sequenceBits)
    }

    private func firstID(of milliseconds: Int64) -> Int64 {
        precondition(milliseconds < Self.millisecondsEnd, "ids end in the year 2109")
        return milliseconds << (Self.nodeBits + Self.sequenceBits) | node << Self.sequenceBits
    }

    /// Whether the next number is still an id of this millisecond and node.
    private func hasRoom(after id: Int64) -> Bool {
        let first = firstID(of: Self.milliseconds(of: id))
        return (first..<(first + Self.sequenceMax)).contains(id)
    }
}
