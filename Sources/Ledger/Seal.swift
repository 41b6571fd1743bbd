internal import Crypto

/// A digest that fixes a run of a network's transfers.
///
/// Each seal covers the transfers recorded since the previous one and includes its digest, so one
/// seal kept elsewhere fixes all transfers up to it.
public struct Seal: Hashable, Sendable {
    /// The digest of the previous seal; for the first one ``beginning``.
    public let previous: [UInt8]
    /// The first and the last transfer covered.
    public let first: Transfer.ID
    public let last: Transfer.ID
    /// The number of transfers covered.
    public let count: Int64
    /// SHA-256 of the previous digest, the network's id and the canonical bytes of each transfer.
    public let digest: [UInt8]

    /// What the first seal has for a previous digest: 32 zero bytes.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    /// A seal from stored values.
    public init(
        previous: [UInt8],
        first: Transfer.ID,
        last: Transfer.ID,
        count: Int64,
        digest: [UInt8]
    ) {
        self.previous = previous
        self.first = first
        self.last = last
        self.count = count
        self.digest = digest
    }
}

/// Computes the seal of transfers, given in the order of recording.
public struct SealPress: Sendable {
    private let previous: [UInt8]
    private var hash = SHA256()
    private var bytes: [UInt8] = []
    private var first: Transfer.ID?
    private var last: Transfer.ID?
    /// The number of transfers so far.
    public private(set) var count: Int64 = 0

    /// Begins a seal of a network's transfers, after the seal with the digest `previous`.
    public init(network: Int64, after previous: [UInt8] = Seal.beginning) {
        self.previous = previous
        hash.update(data: previous)
        bytes.reserveCapacity(Transfer.canonicalLength)
        bytes.append(bigEndian: network)
        hash.update(data: bytes)
    }

    /// Adds the next transfer.
    public mutating func add(_ transfer: Transfer) {
        precondition(last.map { $0 < transfer.id } ?? true, "transfers come in recording order")
        bytes.removeAll(keepingCapacity: true)
        transfer.appendCanonical(to: &bytes)
        hash.update(data: bytes)
        first = first ?? transfer.id
        last = transfer.id
        count += 1
    }

    /// The seal of the transfers so far; nil where there are none.
    public func seal() -> Seal? {
        guard let first, let last else { return nil }
        return Seal(
            previous: previous,
            first: first,
            last: last,
            count: count,
            digest: Array(hash.finalize())
        )
    }
}

extension Transfer {
    /// The length of a transfer's canonical form, in bytes.
    public static let canonicalLength = 12 * 8

    /// Appends the canonical bytes: twelve signed 64-bit integers, big-endian, `Int64.min` for what
    /// is absent.
    ///
    /// They are id, kind, payer, payee, minutes, time in microseconds, journal row, reversed
    /// transfer; then previous transfer and balance after of the payer, and the same of the payee.
    public func appendCanonical(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: id.raw)
        bytes.append(bigEndian: kind.rawValue)
        bytes.append(bigEndian: from.id.raw)
        bytes.append(bigEndian: to.id.raw)
        bytes.append(bigEndian: minutes.count)
        bytes.append(bigEndian: at.microseconds)
        bytes.append(bigEndian: journal)
        bytes.append(bigEndian: reverses?.raw ?? .min)
        for link in [fromLink, toLink] {
            bytes.append(bigEndian: link.previous?.raw ?? .min)
            bytes.append(bigEndian: link.balance?.count ?? .min)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: Int64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
