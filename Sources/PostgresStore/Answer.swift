internal import CLibpq
internal import Store

/// The result of a statement, and a current row in it.
final class Answer: Columns {
    private let result: OpaquePointer
    private let kinds: [Kind]
    /// The number of rows.
    let count: Int
    /// The current row, from 0.
    var row: Int32 = 0

    /// How a column is decoded, by type OID.
    private enum Kind: UInt32 {
        case flag = 16
        case bytes = 17
        case name = 19
        case number64 = 20
        case number16 = 21
        case number32 = 23
        case text = 25
        case void = 2_278
        case padded = 1_042
        case varying = 1_043
    }

    /// Takes over a result of libpq, and frees it in the end.
    ///
    /// - Throws: ``StoreError/failed(_:)`` for a column of a type that the two databases do not
    ///   share, such as the `numeric` of a sum without a cast.
    init(_ result: OpaquePointer, of statement: Statement) throws {
        self.result = result
        count = Int(PQntuples(result))
        var kinds: [Kind] = []
        var stranger: UInt32?
        for column in 0..<PQnfields(result) {
            let type = PQftype(result, column)
            kinds.append(Kind(rawValue: type) ?? .text)
            if Kind(rawValue: type) == nil { stranger = type }
        }
        self.kinds = kinds
        if let stranger {
            throw StoreError.failed(
                "a column has a type that only PostgreSQL has (\(stranger)): \(statement.words)"
            )
        }
    }

    deinit { PQclear(result) }

    /// How many rows the statement changed.
    var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// The command tag, such as `COMMIT`.
    var tag: String { String(cString: PQcmdStatus(result)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

    func integer(_ column: Int) -> Int64 {
        guard !isNull(column) else { return 0 }
        let bytes = raw(column)
        switch kinds[column] {
        case .number64: return bytes.loadUnaligned(as: Int64.self).bigEndian
        case .number32: return Int64(bytes.loadUnaligned(as: Int32.self).bigEndian)
        case .number16: return Int64(bytes.loadUnaligned(as: Int16.self).bigEndian)
        case .flag: return bytes[0] == 0 ? 0 : 1
        case .bytes, .void: return 0
        case .text, .name, .padded, .varying:
            return Int64(String(decoding: bytes, as: UTF8.self)) ?? 0
        }
    }

    func text(_ column: Int) -> String {
        guard !isNull(column) else { return "" }
        switch kinds[column] {
        case .number64, .number32, .number16, .flag: return String(integer(column))
        default: return String(decoding: raw(column), as: UTF8.self)
        }
    }

    func bytes(_ column: Int) -> [UInt8] { isNull(column) ? [] : Array(raw(column)) }

    private func raw(_ column: Int) -> UnsafeRawBufferPointer {
        let start = PQgetvalue(result, row, Int32(column))
        let count = Int(PQgetlength(result, row, Int32(column)))
        return UnsafeRawBufferPointer(start: start, count: count)
    }
}
