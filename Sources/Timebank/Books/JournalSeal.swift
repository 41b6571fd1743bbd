internal import Crypto
package import Ledger

/// A digest of a run of a network's journal rows, chained to the seals before it.
///
/// Each seal covers the rows since the previous journal seal, that seal's digest, and the digest of
/// the network's last seal over transfers. So one digest kept elsewhere proves later whether
/// anything that was recorded before it has been changed. Rows that belong to no network are sealed
/// as network 0.
package struct JournalSeal: Hashable, Sendable, Codable {
    package let network: Int64
    /// The digest of the network's previous journal seal, or 32 zero bytes.
    package let previous: [UInt8]
    /// The digest of the network's last seal over transfers, or 32 zero bytes.
    package let books: [UInt8]
    package let first: Int64
    package let last: Int64
    /// The number of rows covered.
    package let count: Int64
    /// SHA-256 of the previous digest, the network's id, the transfer seal's digest and the
    /// canonical bytes of each row.
    package let digest: [UInt8]
}

/// Computes the seal of journal rows, given in ascending order of id.
struct JournalSealBuilder {
    private let network: Int64
    private let previous: [UInt8]
    private let books: [UInt8]
    private var hash = SHA256()
    private var bytes: [UInt8] = []
    private var first: Int64?
    private var last: Int64?
    private(set) var count: Int64 = 0

    /// Begins a seal of a network's rows, after the journal seal with the digest `previous`.
    init(network: Int64, after previous: [UInt8], books: [UInt8]) {
        self.network = network
        self.previous = previous
        self.books = books
        bytes.append(contentsOf: previous)
        bytes.append(bigEndian: network)
        bytes.append(contentsOf: books)
        hash.update(data: bytes)
    }

    /// Adds the next row.
    mutating func add(_ row: JournalRow) {
        bytes.removeAll(keepingCapacity: true)
        row.appendCanonical(to: &bytes)
        hash.update(data: bytes)
        first = first ?? row.id
        last = row.id
        count += 1
    }

    /// Returns the seal of the rows so far; nil where there are none.
    func seal() -> JournalSeal? {
        guard let first, let last else { return nil }
        return JournalSeal(
            network: network,
            previous: previous,
            books: books,
            first: first,
            last: last,
            count: count,
            digest: Array(hash.finalize())
        )
    }
}

extension JournalRow {
    /// Appends the canonical bytes of the row.
    ///
    /// They are id, network, actor, member on whose behalf, and time in microseconds, as signed
    /// 64-bit integers, big-endian, `Int64.min` for what is absent; then operation and subjects as
    /// UTF-8, each after its length in bytes.
    func appendCanonical(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: id)
        bytes.append(bigEndian: network == 0 ? .min : network)
        bytes.append(bigEndian: actor ?? .min)
        bytes.append(bigEndian: behalf ?? .min)
        bytes.append(bigEndian: at)
        for text in [operation, text] {
            bytes.append(bigEndian: Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
    }
}

/// A journal seal with its time and its Ed25519 signature.
package struct SignedJournalSeal: Hashable, Sendable, Codable {
    package let seal: JournalSeal
    package let at: Instant
    package let publicKey: [UInt8]
    package let signature: [UInt8]

    /// Signs a seal.
    init(_ seal: JournalSeal, at: Instant, with key: SealKey) throws {
        self.init(
            seal,
            at: at,
            publicKey: key.publicKey,
            signature: try key.sign(Self.statement(seal, at: at))
        )
    }

    /// Creates a signed seal from stored values, unchecked.
    init(_ seal: JournalSeal, at: Instant, publicKey: [UInt8], signature: [UInt8]) {
        self.seal = seal
        self.at = at
        self.publicKey = publicKey
        self.signature = signature
    }

    /// Whether the signature is valid for this seal and the public key stored with it.
    var isSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: Self.statement(seal, at: at))
    }

    /// Returns the bytes that are signed.
    ///
    /// They are `commonhour journal seal 1`; then, as signed 64-bit big-endian integers, network,
    /// first row, last row, number of rows and time in microseconds; then the previous digest, the
    /// digest of the seal over transfers, and the digest of this seal.
    private static func statement(_ seal: JournalSeal, at: Instant) -> [UInt8] {
        var bytes = Array("commonhour journal seal 1".utf8)
        for number in [seal.network, seal.first, seal.last, seal.count, at.microseconds] {
            bytes.append(bigEndian: number)
        }
        return bytes + seal.previous + seal.books + seal.digest
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: Int64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
