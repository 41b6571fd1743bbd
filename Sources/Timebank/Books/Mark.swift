internal import Crypto
internal import Store

/// What the journal says of a row's settings without saying what they are: a negative number.
///
/// It has the highest bit set, so that no id is ever taken for it; four bits for the table, and 59
/// bits of a digest over the table's name and the marked columns. It stands at the end of a row of
/// the journal, after the id of the row that it is of, or of what that row belongs to.
///
/// Where rows are changed (``MarkedTable/isSummed``), what stands there is how much the row's mark
/// grew by the change, counted around: so all of them together give the mark that the row has now,
/// whoever came first, and two servers that change the same row need not agree on an order.
struct Mark: Hashable, Sendable {
    let raw: Int64

    /// The bits that come from the digest.
    private static let mask: Int64 = (1 << 59) - 1

    /// A mark as the journal writes it; nil for what is no mark.
    init?(raw: Int64) {
        guard raw < 0 else { return nil }
        self.raw = raw
    }

    /// A mark of a table, with what is left of a number once it has gone around.
    init(_ table: MarkedTable, _ value: Int64) { self.init(of: table.number, value) }

    /// A mark of the table with a number.
    init(of table: Int64, _ value: Int64) { raw = .min | table << 59 | value & Self.mask }

    /// The number of the table of which it is.
    var table: Int64 { raw >> 59 & 15 }

    /// What comes from the digest, or how much it grew.
    var value: Int64 { raw & Self.mask }

    /// Whether nothing is left of a sum of marks.
    static func isNothing(_ sum: Int64) -> Bool { sum & mask == 0 }
}

/// A mark, and after which id it stands.
struct OwnedMark: Hashable, Sendable {
    let owner: Int64
    let mark: Mark
}

/// Presses columns into a mark: numbers as eight bytes, texts and bytes with their length before
/// them, and before each what it is, so that null is told from what is empty.
struct MarkPress {
    private let table: MarkedTable
    private var bytes: [UInt8] = []
    private var quick = QuickDigest()

    /// A press for rows of a table.
    init(_ table: MarkedTable) { self.table = table }

    /// Begins with another row.
    mutating func begin(_ owner: Int64, in network: Int64) {
        if table.isSummary {
            quick = QuickDigest()
            quick.add(table.number)
        } else {
            bytes.removeAll(keepingCapacity: true)
            bytes.append(contentsOf: table.name.utf8)
        }
        add(.integer(owner))
        add(.integer(network))
    }

    /// Takes in a column.
    mutating func add(_ value: Value) {
        if table.isSummary { return quick.add(value) }
        switch value {
        case .null: bytes.append(0)
        case .integer(let number): append(1, number)
        case .text(let text):
            append(2, Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .bytes(let some):
            append(3, Int64(some.count))
            bytes.append(contentsOf: some)
        }
    }

    /// The mark of what was taken in.
    var mark: Mark { Mark(table, table.isSummary ? quick.value : digest) }

    private var digest: Int64 {
        var value: UInt64 = 0
        for byte in SHA256.hash(data: bytes).prefix(8) { value = value << 8 | UInt64(byte) }
        return Int64(bitPattern: value)
    }

    private mutating func append(_ kind: UInt8, _ number: Int64) {
        bytes.append(kind)
        Swift.withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// A digest for millions of rows of which only the sum is kept.
///
/// Each eight bytes are multiplied and folded. Whoever looks for other rows with the same sum of 59
/// bits finds them by any digest, so a quicker one gives nothing away.
struct QuickDigest {
    private var state: UInt64 = 0

    /// What was taken in, as a number.
    var value: Int64 { Int64(bitPattern: state) }

    /// Takes in a number.
    mutating func add(_ number: Int64) { fold(UInt64(bitPattern: number)) }

    /// Takes in a column: what it is, then the number, or the length and the bytes.
    mutating func add(_ value: Value) {
        switch value {
        case .null: fold(0)
        case .integer(let number):
            fold(1)
            add(number)
        case .text(var text):
            fold(2)
            text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
        case .bytes(let bytes):
            fold(3)
            bytes.withUnsafeBytes { add($0) }
        }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        fold(UInt64(bytes.count))
        var position = 0
        while position + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            fold(UInt64(bigEndian: word))
            position += 8
        }
        if position < bytes.count { fold(bytes[position...].reduce(0) { $0 << 8 | UInt64($1) }) }
    }

    /// One step of SplitMix64, whose constants these are.
    private mutating func fold(_ word: UInt64) {
        var value = (state ^ word) &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        state = value ^ value >> 31
    }
}
