internal import Synchronization

/// The text of a statement, put together out of literals of the program and of nothing else.
///
/// `"SELECT \(Offer.columns) FROM offer"` takes other texts of this type and neither a `String` nor
/// a number, so no value can ever become SQL. Equal texts stand at one place in memory and are
/// never freed, so a driver knows a statement again by its place, without reading it.
///
/// A text with a fragment in it is looked up each time it is written down, so where it is used
/// often it is a `static let`.
public struct SQLText: Sendable, ExpressibleByStringInterpolation,
    CustomStringConvertible
{
    /// Where its bytes (UTF-8) stand: equal for equal texts that were put together, and for one
    /// literal in one place of the program.
    public let place: UInt
    /// How many bytes it has.
    public let count: Int

    /// The text of a literal.
    @inlinable public init(stringLiteral literal: StaticString) {
        place = UInt(bitPattern: literal.utf8Start)
        count = literal.utf8CodeUnitCount
    }

    /// A literal with fragments in it.
    public init(stringInterpolation parts: Parts) { self = Self.kept(parts.bytes) }

    /// Texts one after another, `separator` between them.
    public init(_ texts: [SQLText], separator: SQLText = ", ") {
        self = Self.kept(Array(texts.map(\.bytes).joined(separator: separator.bytes)))
    }

    private init(place: UInt, count: Int) { (self.place, self.count) = (place, count) }

    /// The text itself.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it only asks: a `SELECT`, as questions are written here.
    public var isQuestion: Bool { bytes.first == UInt8(ascii: "S") }

    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: place), count: count)
    }

    /// What stands between the quotation marks, piece by piece.
    public struct Parts: StringInterpolationProtocol {
        fileprivate private(set) var bytes: [UInt8]

        /// Nothing yet.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes = []
            bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
        }

        /// Adds what the program itself says.
        public mutating func appendLiteral(_ literal: StaticString) {
            bytes += SQLText(stringLiteral: literal).bytes
        }

        /// Adds a fragment.
        public mutating func appendInterpolation(_ text: SQLText) { bytes += text.bytes }
    }
}

extension SQLText {
    /// All texts that were ever put together; the program's literals are finite, so these are.
    private static let known = Mutex<[[UInt8]: SQLText]>([:])

    private static func kept(_ bytes: [UInt8]) -> SQLText {
        known.withLock { known in
            if let there = known[bytes] { return there }
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
            _ = copy.initialize(from: bytes)
            let text = SQLText(place: UInt(bitPattern: copy.baseAddress), count: bytes.count)
            known[bytes] = text
            return text
        }
    }
}
