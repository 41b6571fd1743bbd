internal import Crypto
package import Ledger

/// A signed statement that a run of a network's journal, and its books as they were sealed then,
/// are exactly this.
///
/// Each covers the rows written since the one before it, that one's digest, and the digest of the
/// network's last seal over transfers. So its digest, kept elsewhere, fixes everything that was
/// recorded up to it. What belongs to no network is sealed as network 0.
package struct JournalSeal: Hashable, Sendable, Codable {
    package let network: Int64
    /// The digest of the network's journal seal before, or 32 zero bytes.
    package let previous: [UInt8]
    /// The digest of the network's last seal over transfers, or 32 zero bytes.
    package let books: [UInt8]
    package let first: Int64
    package let last: Int64
    /// How many rows are covered.
    package let count: Int64
    /// SHA-256 over the digest before, the network's id, the books' digest and each row's
    /// canonical bytes.
    package let digest: [UInt8]
}

/// Takes in rows of the journal in recording order and makes their seal.
struct JournalPress {
    private let network: Int64
    private let previous: [UInt8]
    private let books: [UInt8]
    private var hash = SHA256()
    private var bytes: [UInt8] = []
    private var first: Int64?
    private var last: Int64?
    private(set) var count: Int64 = 0

    /// A press for the rows of a network that follow the seal with this digest.
    init(network: Int64, after previous: [UInt8], books: [UInt8]) {
        self.network = network
        self.previous = previous
        self.books = books
        bytes.append(contentsOf: previous)
        bytes.append(bigEndian: network)
        bytes.append(contentsOf: books)
        hash.update(data: bytes)
    }

    /// Takes in one row.
    mutating func add(_ row: JournalRow) {
        bytes.removeAll(keepingCapacity: true)
        row.appendCanonical(to: &bytes)
        hash.update(data: bytes)
        first = first ?? row.id
        last = row.id
        count += 1
    }

    /// The seal of what was taken in; none if that was nothing.
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
    /// Appends the canonical bytes: id, network, actor, on behalf of whom, and when in
    /// microseconds, as signed 64-bit numbers, most significant byte first, the smallest number
    /// for what is absent; then operation and subjects as UTF-8, the number of its bytes before
    /// each.
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

/// A journal seal with when it was made, and who signed that.
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

    /// A seal as it was recorded.
    init(_ seal: JournalSeal, at: Instant, publicKey: [UInt8], signature: [UInt8]) {
        self.seal = seal
        self.at = at
        self.publicKey = publicKey
        self.signature = signature
    }

    /// Whether the signature is of this very seal, by the key that stands beside it.
    var isSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: Self.statement(seal, at: at))
    }

    /// The bytes that are signed: `commonhour journal seal 1`, then as signed 64-bit numbers, most
    /// significant byte first, network, first and last row, how many, and when in microseconds,
    /// then the digests before, of the books, and of this seal.
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
