internal import CLibpq
internal import Store

/// Rows that wait to be inserted together: an array for each column, as the protocol carries it.
///
/// `COPY` would be the usual way, but PostgreSQL refuses it for tables with row-level security; and
/// copying to a temporary table first writes each row twice.
struct ManyRows {
    let insertion: Insertion
    private(set) var count = 0
    private var columns: [ColumnArray]

    private static let most = 4_000
    private static let mostBytes = 1 << 20

    init(_ insertion: Insertion) throws {
        self.insertion = insertion
        columns = try insertion.columnKinds.map(ColumnArray.init)
    }

    /// Whether it is time to send them: so many rows, or so many bytes of them.
    var isFull: Bool {
        count >= Self.most || columns.reduce(0) { $0 + $1.byteCount } >= Self.mostBytes
    }

    /// The arguments of the statement that inserts them.
    var arguments: [Value] { columns.map { .bytes($0.bytes(count)) } }

    /// Takes in one more row.
    ///
    /// - Throws: ``StoreError/constraint(_:)`` for a text with a NUL, ``StoreError/failed(_:)`` for
    ///   a row that does not fit the columns. The rows are of no use after it.
    mutating func add(_ row: [Value]) throws {
        guard row.count == columns.count else {
            throw StoreError.failed("\(columns.count) values are to be inserted, not \(row.count)")
        }
        for place in columns.indices { try columns[place].add(row[place]) }
        count += 1
    }

    /// Begins anew, after they were sent.
    mutating func removeAll() {
        count = 0
        for place in columns.indices { columns[place].removeAll() }
    }
}

/// What a column of an insertion holds.
enum ColumnKind: UInt8 {
    case number = 0x69
    case text = 0x74
    case bytes = 0x62

    /// The number that the database has for the type of one value.
    var type: Oid {
        switch self {
        case .number: 20
        case .text: 25
        case .bytes: 17
        }
    }

    /// The number that the database has for an array of them.
    var arrayType: Oid {
        switch self {
        case .number: 1_016
        case .text: 1_009
        case .bytes: 1_001
        }
    }

    /// The name of the array's type.
    var arrayName: String {
        switch self {
        case .number: "bigint[]"
        case .text: "text[]"
        case .bytes: "bytea[]"
        }
    }
}

/// The values of one column: the length of each and its bytes, -1 and none for a null.
private struct ColumnArray {
    let kind: ColumnKind
    private var elements: [UInt8] = []
    private var hasNull = false

    init(_ kind: ColumnKind) { self.kind = kind }

    var byteCount: Int { elements.count }

    mutating func add(_ value: Value) throws {
        switch (value, kind) {
        case (.null, _):
            hasNull = true
            append(-1)
        case (.integer(let number), .number):
            append(8)
            withUnsafeBytes(of: number.bigEndian) { elements.append(contentsOf: $0) }
        case (.text(let text), .text):
            append(Int32(clamping: text.utf8.count))
            let start = elements.count
            elements.append(contentsOf: text.utf8)
            if Arguments.holdsNUL(elements, from: start) { throw StoreError.holdsNUL }
        case (.bytes(let bytes), .bytes):
            append(Int32(clamping: bytes.count))
            elements.append(contentsOf: bytes)
        default: throw StoreError.failed("a value to be inserted is of another kind")
        }
    }

    /// One dimension, whether there are nulls, the type, how many, counted from 1; then the values.
    func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(elements.count + 20)
        for number in [1, hasNull ? 1 : 0, Int32(bitPattern: kind.type), Int32(count), 1] {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        bytes.append(contentsOf: elements)
        return bytes
    }

    mutating func removeAll() {
        elements.removeAll(keepingCapacity: elements.capacity <= 1 << 20)
        hasNull = false
    }

    private mutating func append(_ number: Int32) {
        withUnsafeBytes(of: number.bigEndian) { elements.append(contentsOf: $0) }
    }
}

extension Insertion {
    /// What its columns hold.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a letter that stands for nothing.
    var columnKinds: [ColumnKind] {
        get throws {
            try kinds.utf8.map { letter in
                guard let kind = ColumnKind(rawValue: letter) else {
                    throw StoreError.failed("no column is of a kind \(letter)")
                }
                return kind
            }
        }
    }

    /// The same statement for many rows at once.
    ///
    /// - Throws: ``StoreError/failed(_:)`` where it does not end with its arguments in order.
    func textForMany(_ kinds: [ColumnKind]) throws -> String {
        let words = "\(sql)".split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let arguments = kinds.indices.map { "$\($0 + 1)" }
        let end = " VALUES (\(arguments.joined(separator: ", ")))"
        guard words.hasPrefix("INSERT INTO "), words.hasSuffix(end) else {
            throw StoreError.failed("it does not end with\(end): \(words)")
        }
        let arrays = zip(arguments, kinds).map { "\($0)::\($1.arrayName)" }
        return words.dropLast(end.count)
            + " SELECT * FROM unnest(\(arrays.joined(separator: ", ")))"
    }
}
