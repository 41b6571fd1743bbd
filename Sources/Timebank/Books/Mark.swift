internal import Crypto
internal import Store

/// A fingerprint of a row's marked columns, which the journal keeps: a negative number.
///
/// Bit 63 is set, so that a mark is never an id. Four bits are the number of the table, and 59 bits
/// come from a digest of the table, the owner, the network and the marked columns. In a journal row
/// the marks come last, each after the id of its owner: the row itself, or the row it belongs to.
///
/// For rows that change (``MarkedTable/isSummed``) the journal has the difference that each change
/// makes to the row's mark, modulo 2^59. The sum of all differences is the present mark in any
/// order, so servers that change the same row need not agree on an order.
struct Mark: Hashable, Sendable {
    let raw: Int64

    /// The bits of the digest.
    private static let mask: Int64 = (1 << 59) - 1

    /// Creates a mark from a number in the journal; nil where that is not a mark.
    init?(raw: Int64) {
        guard raw < 0 else { return nil }
        self.raw = raw
    }

    /// Creates a mark of a table; of `value` the low 59 bits are kept.
    init(_ table: MarkedTable, _ value: Int64) { self.init(of: table.number, value) }

    /// Creates a mark of the table with this number, from 1 to 15.
    init(of table: Int64, _ value: Int64) { raw = .min | table << 59 | value & Self.mask }

    /// The number of the table.
    var table: Int64 { raw >> 59 & 15 }

    /// The bits of the digest, or the difference between two of them.
    var value: Int64 { raw & Self.mask }

    /// Whether a sum of marks is zero modulo 2^59.
    static func isNothing(_ sum: Int64) -> Bool { sum & mask == 0 }
}

/// A mark and the id that precedes it in the journal.
struct OwnedMark: Hashable, Sendable {
    let owner: Int64
    let mark: Mark
}

/// Computes the mark of a row from its columns.
///
/// Each value is encoded after a byte for its type, so that null differs from empty: numbers as
/// eight bytes, texts and bytes after their length.
struct MarkHasher {
    private let table: MarkedTable
    private var bytes: [UInt8] = []
    private var quick = QuickDigest()

    /// Creates a computation for rows of a table.
    init(_ table: MarkedTable) { self.table = table }

    /// Begins the next row.
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

    /// Adds the value of the next column.
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

    /// The mark of the values so far.
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

/// A fast digest that is not cryptographic, for tables with millions of rows and one sum of marks.
///
/// Other rows with the same sum of 59 bits can be found for any digest, so a cryptographic one
/// would add no security.
struct QuickDigest {
    private var state: UInt64 = 0

    /// The digest of the values so far.
    var value: Int64 { Int64(bitPattern: state) }

    /// Adds a number.
    mutating func add(_ number: Int64) { fold(UInt64(bitPattern: number)) }

    /// Adds a column: its type, then the number, or the length and the bytes.
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

    /// Mixes a word into the state with a step of SplitMix64 and its constants.
    private mutating func fold(_ word: UInt64) {
        var value = (state ^ word) &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        state = value ^ value >> 31
    }
}
