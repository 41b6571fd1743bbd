internal import Synchronization

/// The text of an SQL statement, composed of literals of the program only.
///
/// `"SELECT \(Offer.columns) FROM offer"` interpolates other texts of this type, and neither a
/// `String` nor a number, so no value can become SQL. Equal composed texts are kept once and never
/// freed, so a driver recognises a statement by its address without reading it.
///
/// Composing a text takes a look-up each time, so one that is used often is a `static let`.
public struct SQLText: Sendable, ExpressibleByStringInterpolation,
    CustomStringConvertible
{
    /// The address of its UTF-8 bytes: the same for equal composed texts, and for each use of one
    /// literal.
    public let address: UInt
    /// Its length in bytes.
    public let count: Int

    /// The text of a literal.
    @inlinable public init(stringLiteral literal: StaticString) {
        address = UInt(bitPattern: literal.utf8Start)
        count = literal.utf8CodeUnitCount
    }

    /// The text of a literal with interpolations.
    public init(stringInterpolation parts: Parts) { self = Self.kept(parts.bytes) }

    /// The texts joined by `separator`.
    public init(_ texts: [SQLText], separator: SQLText = ", ") {
        self = Self.kept(Array(texts.map(\.bytes).joined(separator: separator.bytes)))
    }

    private init(address: UInt, count: Int) {
        (self.address, self.count) = (address, count)
    }

    /// The text as a string.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is a `SELECT`, going by its first letter; queries begin with nothing else here.
    public var isQuestion: Bool { bytes.first == UInt8(ascii: "S") }

    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: count)
    }

    /// The pieces of an interpolated literal, joined.
    public struct Parts: StringInterpolationProtocol {
        fileprivate private(set) var bytes: [UInt8]

        /// An empty text.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes = []
            bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
        }

        /// Appends a piece of the literal.
        public mutating func appendLiteral(_ literal: StaticString) {
            bytes += SQLText(stringLiteral: literal).bytes
        }

        /// Appends an interpolated text.
        public mutating func appendInterpolation(_ text: SQLText) { bytes += text.bytes }
    }
}

extension SQLText {
    /// All composed texts; finitely many, since the program's literals are.
    private static let known = Mutex<[[UInt8]: SQLText]>([:])

    private static func kept(_ bytes: [UInt8]) -> SQLText {
        known.withLock { known in
            if let there = known[bytes] { return there }
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
            _ = copy.initialize(from: bytes)
            let text = SQLText(address: UInt(bitPattern: copy.baseAddress), count: bytes.count)
            known[bytes] = text
            return text
        }
    }
}
