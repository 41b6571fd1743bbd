/// An array of short texts in one buffer of bytes, with the end of each text.
///
/// Files may have a million rows; a `String` for each would take far more memory.
struct PackedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// Appends a text, as UTF-8.
    mutating func append(_ text: ArraySlice<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// The bytes of the text at a position.
    subscript(position: Int) -> ArraySlice<UInt8> {
        bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
    }

    /// Returns the text at a position as a `String`.
    func text(_ position: Int) -> String { String(decoding: self[position], as: UTF8.self) }

    /// Whether the text at a position is empty.
    func isEmpty(_ position: Int) -> Bool {
        ends[position] == (position == 0 ? 0 : ends[position - 1])
    }

    /// Returns the positions sorted by the bytes of their texts; equal texts keep their order.
    func order() -> [UInt32] {
        let keys = (0..<count).map { Self.key(of: self[$0]) }
        var order = (0..<UInt32(count)).map { $0 }
        order.sort { one, other in
            let (key, otherKey) = (keys[Int(one)], keys[Int(other)])
            if key != otherKey { return key < otherKey }
            let (text, otherText) = (self[Int(one)], self[Int(other)])
            if text.lexicographicallyPrecedes(otherText) { return true }
            return one < other && text.elementsEqual(otherText)
        }
        return order
    }

    /// Returns the first position of a text, by binary search in `order`; nil where it is not
    /// there.
    ///
    /// - order: The result of ``order()``.
    func position(of text: ArraySlice<UInt8>, in order: [UInt32]) -> Int? {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if self[Int(order[middle])].lexicographicallyPrecedes(text) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < order.count, self[Int(order[low])].elementsEqual(text) else { return nil }
        return Int(order[low])
    }

    /// The first eight bytes as a big-endian number, which decides most comparisons at once.
    private static func key(of text: ArraySlice<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        var shift: UInt64 = 64
        for byte in text.prefix(8) {
            shift -= 8
            key |= UInt64(byte) << shift
        }
        return key
    }
}
