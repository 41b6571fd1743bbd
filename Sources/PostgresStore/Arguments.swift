internal import CLibpq
internal import Glibc
internal import Store

/// The arguments of a statement in the binary format of the protocol, in one buffer.
struct Arguments {
    /// The offset of each argument; nil for a null.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var bytes: [UInt8] = []

    /// Encodes the values.
    ///
    /// - Throws: ``StoreError/constraint(_:)`` for text with a NUL character, which PostgreSQL
    ///   cannot store.
    init(_ values: [Value]) throws {
        starts.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        bytes.reserveCapacity(values.count * 10 + 1)
        for value in values {
            let start = bytes.count
            switch value {
            case .null:
                starts.append(nil)
                lengths.append(0)
                continue
            case .integer(let number):
                withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text):
                bytes.append(contentsOf: text.utf8)
                if Self.holdsNUL(bytes, from: start) { throw StoreError.holdsNUL }
            case .bytes(let some): bytes.append(contentsOf: some)
            }
            starts.append(start)
            lengths.append(Int32(bytes.count - start))
        }
        // So that an empty argument at the end has an address too.
        bytes.append(0)
    }

    /// The type OID of a value; 0 lets the server infer it.
    static func type(of value: Value) -> Oid {
        switch value {
        case .null: 0
        case .integer: 20
        case .text: 25
        case .bytes: 17
        }
    }

    /// Whether there is a NUL byte at or after an index.
    static func holdsNUL(_ bytes: [UInt8], from start: Int) -> Bool {
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return false }
            return memchr(base + start, 0, all.count - start) != nil
        }
    }

    /// The arrays that libpq takes.
    struct Parts {
        let count: Int32
        let values: UnsafePointer<UnsafePointer<CChar>?>?
        let lengths: UnsafePointer<Int32>?
        let formats: UnsafePointer<Int32>?
    }

    /// Calls `body` with pointers that are valid during the call only.
    func withParts<T>(_ body: (Parts) -> T) -> T {
        let formats = [Int32](repeating: 1, count: starts.count)
        return bytes.withUnsafeBytes { raw in
            let base = raw.bindMemory(to: CChar.self).baseAddress
            let pointers = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { values in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(
                            Parts(
                                count: Int32(starts.count),
                                values: values.baseAddress,
                                lengths: lengths.baseAddress,
                                formats: formats.baseAddress
                            )
                        )
                    }
                }
            }
        }
    }
}
