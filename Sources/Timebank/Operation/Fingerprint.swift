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
        let ink = Ink()
        ink.add(text: type(of: operation).name)
        try operation.encode(to: FieldEncoder(ink: ink))
        bytes = ink.fingerprint
    }
}

/// Collects the bytes of an operation's fields.
private final class Ink {
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
    let ink: Ink
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        ink.add(mark: "{")
        return KeyedEncodingContainer(Fields<Key>(ink: ink))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        ink.add(mark: "[")
        return Items(ink: ink)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(ink: ink) }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let ink: Ink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) throws {}

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        ink.add(text: key.stringValue)
        try value.encode(to: FieldEncoder(ink: ink))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        ink.add(text: key.stringValue)
        return FieldEncoder(ink: ink).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        ink.add(text: key.stringValue)
        return FieldEncoder(ink: ink).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { FieldEncoder(ink: ink) }

    mutating func superEncoder(forKey key: Key) -> any Encoder { FieldEncoder(ink: ink) }
}

private struct Items: UnkeyedEncodingContainer {
    let ink: Ink
    var count = 0
    var codingPath: [any CodingKey] { [] }

    init(ink: Ink) { self.ink = ink }

    mutating func encodeNil() throws { ink.add(mark: "0") }

    mutating func encode<T: Encodable>(_ value: T) throws {
        count += 1
        ink.add(mark: ",")
        try value.encode(to: FieldEncoder(ink: ink))
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { FieldEncoder(ink: ink).container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        FieldEncoder(ink: ink).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { FieldEncoder(ink: ink) }
}

private struct Single: SingleValueEncodingContainer {
    let ink: Ink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws { ink.add(mark: "0") }

    // These overloads cover nearly all fields and avoid the dynamic casts of the generic method.
    mutating func encode(_ value: String) throws { ink.add(text: value) }
    mutating func encode(_ value: Int64) throws { ink.add(number: value) }
    mutating func encode(_ value: Int) throws { ink.add(number: Int64(value)) }
    mutating func encode(_ value: Bool) throws { ink.add(number: value ? 1 : 0) }

    mutating func encode<T: Encodable>(_ value: T) throws {
        switch value {
        // Numbers of the standard library encode themselves by calling this method again; without
        // these cases the recursion would not end.
        case let number as any BinaryInteger: ink.add(number: Int64(truncatingIfNeeded: number))
        case let number as any BinaryFloatingPoint:
            ink.add(number: Int64(bitPattern: Double(number).bitPattern))
        default: try value.encode(to: FieldEncoder(ink: ink))
        }
    }
}
