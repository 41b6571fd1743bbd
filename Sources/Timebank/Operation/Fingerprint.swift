internal import Crypto

/// A digest of an operation, to detect that an idempotency key is reused for another request.
///
/// SHA-256 over the operation's name and the names and values of its fields, in the order of their
/// declaration. Absent fields are left out, so that adding an optional field later does not change
/// the fingerprints of old requests.
package struct Fingerprint: Hashable, Sendable {
    /// The first 16 bytes of the digest.
    package let bytes: [UInt8]

    /// Computes the fingerprint of an operation.
    package init(of operation: some Operation) throws {
        let hasher = FieldHasher()
        hasher.add(text: type(of: operation).name)
        try operation.encode(to: FieldEncoder(hasher: hasher))
        bytes = hasher.fingerprint
    }
}

/// Collects the bytes of an operation's fields.
private final class FieldHasher {
    private var bytes: [UInt8] = []

    var fingerprint: [UInt8] { Array(SHA256.hash(data: bytes).prefix(16)) }

    func add(text: String) {
        bytes.append(UInt8(ascii: "t"))
        add(raw: Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    func add(number: Int64) {
        bytes.append(UInt8(ascii: "n"))
        add(raw: number)
    }

    func add(mark: Character) { bytes.append(mark.asciiValue ?? 0) }

    private func add(raw: Int64) {
        withUnsafeBytes(of: raw.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

private struct FieldEncoder: Encoder {
    let hasher: FieldHasher
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        hasher.add(mark: "{")
        return KeyedEncodingContainer(Fields<Key>(hasher: hasher))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        hasher.add(mark: "[")
        return Items(hasher: hasher)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(hasher: hasher) }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let hasher: FieldHasher
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) throws {}

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        hasher.add(text: key.stringValue)
        try value.encode(to: FieldEncoder(hasher: hasher))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        hasher.add(text: key.stringValue)
        return FieldEncoder(hasher: hasher).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        hasher.add(text: key.stringValue)
        return FieldEncoder(hasher: hasher).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { FieldEncoder(hasher: hasher) }

    mutating func superEncoder(forKey key: Key) -> any Encoder { FieldEncoder(hasher: hasher) }
}

private struct Items: UnkeyedEncodingContainer {
    let hasher: FieldHasher
    var count = 0
    var codingPath: [any CodingKey] { [] }

    init(hasher: FieldHasher) { self.hasher = hasher }

    mutating func encodeNil() throws { hasher.add(mark: "0") }

    mutating func encode<T: Encodable>(_ value: T) throws {
        count += 1
        hasher.add(mark: ",")
        try value.encode(to: FieldEncoder(hasher: hasher))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { FieldEncoder(hasher: hasher).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        FieldEncoder(hasher: hasher).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { FieldEncoder(hasher: hasher) }
}

private struct Single: SingleValueEncodingContainer {
    let hasher: FieldHasher
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws { hasher.add(mark: "0") }

    // These overloads cover nearly all fields and avoid the dynamic casts of the generic method.
    mutating func encode(_ value: String) throws { hasher.add(text: value) }
    mutating func encode(_ value: Int64) throws { hasher.add(number: value) }
    mutating func encode(_ value: Int) throws { hasher.add(number: Int64(value)) }
    mutating func encode(_ value: Bool) throws { hasher.add(number: value ? 1 : 0) }

    mutating func encode<T: Encodable>(_ value: T) throws {
        switch value {
        // Numbers of the standard library encode themselves by calling this method again; without
        // these cases the recursion would not end.
        case let number as any BinaryInteger: hasher.add(number: Int64(truncatingIfNeeded: number))
        case let number as any BinaryFloatingPoint:
            hasher.add(number: Int64(bitPattern: Double(number).bitPattern))
        default: try value.encode(to: FieldEncoder(hasher: hasher))
        }
    }
}
