internal import CLibpq
internal import Store

/// Rows collected for one `INSERT`, as an array for each column in the binary format.
///
/// Not `COPY`, which PostgreSQL refuses for tables with row-level security; by way of a temporary
/// table it would write each row twice.
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

    /// Whether there are enough rows, or bytes, to send them.
    var isFull: Bool {
        count >= Self.most || columns.reduce(0) { $0 + $1.byteCount } >= Self.mostBytes
    }

    /// The arguments of the `INSERT`: an array for each column.
    var arguments: [Value] { columns.map { .bytes($0.bytes(count)) } }

    /// Adds a row.
    ///
    /// - Throws: ``StoreError/constraint(_:)`` for text with a NUL character,
    ///   ``StoreError/failed(_:)`` for a row that does not fit the columns. The collected rows must
    ///   not be sent after that.
    mutating func add(_ row: [Value]) throws {
        guard row.count == columns.count else {
            throw StoreError.failed("\(columns.count) values are to be inserted, not \(row.count)")
        }
        for index in columns.indices { try columns[index].add(row[index]) }
        count += 1
    }

    /// Removes all rows and keeps the memory.
    mutating func removeAll() {
        count = 0
        for index in columns.indices { columns[index].removeAll() }
    }
}

/// The type of a column.
enum ColumnKind: UInt8 {
    case number = 0x69
    case text = 0x74
    case bytes = 0x62

    /// The OID of the type.
    var type: Oid {
        switch self {
        case .number: 20
        case .text: 25
        case .bytes: 17
        }
    }

    /// The OID of the array type.
    var arrayType: Oid {
        switch self {
        case .number: 1_016
        case .text: 1_009
        case .bytes: 1_001
        }
    }

    /// The name of the array type.
    var arrayName: String {
        switch self {
        case .number: "bigint[]"
        case .text: "text[]"
        case .bytes: "bytea[]"
        }
    }
}

/// The values of one column: for each its length and bytes, or the length -1 for a null.
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

    /// The array in binary format: one dimension, whether it has nulls, the type OID, the length,
    /// the lower bound 1, then the values.
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
    /// The types of its columns.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a letter that is no type.
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

    /// The statement rewritten for many rows, with `unnest` of an array for each column.
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
