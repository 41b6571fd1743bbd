/// Draws ids that always climb, whatever the clock does.
///
/// An id is 42 bits of milliseconds since 1970 (enough until 2109), 10 bits of node and 11 bits
/// of sequence. When the clock is behind the last id, or more than 2,048 ids are drawn in a
/// millisecond, the generator counts on ahead of the clock.
public struct IDGenerator: Sendable {
    private static let nodeBits: Int64 = 10
    private static let sequenceBits: Int64 = 11
    private static let sequenceMax: Int64 = 1 << sequenceBits - 1
    private static let millisecondsEnd: Int64 = 1 << 42

    /// By how much ids differ that are drawn a second apart.
    public static let second: Int64 = 1_000 << (nodeBits + sequenceBits)

    private let node: Int64
    private var last: Int64

    /// A generator for one node, whose ids are all larger than the largest one in the store.
    ///
    /// - Parameters:
    ///   - node: 0 to 1,023, another for each process that writes to one store.
    ///   - largest: the largest id in the store, of whatever node; 0 for an empty store.
    public init(node: Int, after largest: Int64) {
        precondition((0..<1 << Self.nodeBits).contains(Int64(node)), "a node is 0 to 1,023")
        self.node = Int64(node)
        self.last = largest
    }

    /// The next id: of this millisecond since 1970, or right after the last one if that is later.
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

    /// Draws only larger ids than this from now on.
    public mutating func goOn(after id: Int64) { last = max(last, id) }

    /// How many milliseconds the last id is ahead of the clock; 0 when it is not.
    public func isAhead(of milliseconds: Int64) -> Int64 {
        max(0, Self.milliseconds(of: last) - max(0, milliseconds))
    }

    /// When an id was drawn: milliseconds since 1970, by the generator's count.
    public static func milliseconds(of id: Int64) -> Int64 { id >> (nodeBits + sequenceBits) }

    /// The smallest id that can be drawn at a millisecond since 1970.
    public static func smallestID(at milliseconds: Int64) -> Int64 {
        max(0, milliseconds) << (nodeBits + sequenceBits)
    }

    private func firstID(of milliseconds: Int64) -> Int64 {
        precondition(milliseconds < Self.millisecondsEnd, "ids end in the year 2109")
        return milliseconds << (Self.nodeBits + Self.sequenceBits) | node << Self.sequenceBits
    }

    /// Whether the id after this one belongs to the same millisecond and to this node.
    private func hasRoom(after id: Int64) -> Bool {
        let first = firstID(of: Self.milliseconds(of: id))
        return (first..<(first + Self.sequenceMax)).contains(id)
    }
}
