internal import Crypto

/// A signed statement that a run of a network's transfers is exactly this.
///
/// Each seal covers the transfers recorded since the one before it, and its digest covers that
/// one's digest, so a seal kept elsewhere fixes everything up to it.
public struct Seal: Hashable, Sendable {
    /// The digest of the seal before, or 32 zero bytes.
    public let previous: [UInt8]
    /// The first and the last transfer covered.
    public let first: Transfer.ID
    public let last: Transfer.ID
    /// How many transfers are covered.
    public let count: Int64
    /// SHA-256 over the previous digest, the network's id and each transfer's canonical bytes.
    public let digest: [UInt8]

    /// What stands in the place of the seal before the first one.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    /// A seal as it was recorded.
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

/// Takes in transfers in recording order and makes their seal.
public struct SealPress: Sendable {
    private let previous: [UInt8]
    private var hash = SHA256()
    private var bytes: [UInt8] = []
    private var first: Transfer.ID?
    private var last: Transfer.ID?
    /// How many transfers were taken in.
    public private(set) var count: Int64 = 0

    /// A press for the transfers of one network that follow the seal with this digest.
    public init(network: Int64, after previous: [UInt8] = Seal.beginning) {
        self.previous = previous
        hash.update(data: previous)
        bytes.reserveCapacity(Transfer.canonicalLength)
        bytes.append(bigEndian: network)
        hash.update(data: bytes)
    }

    /// Takes in one transfer.
    public mutating func add(_ transfer: Transfer) {
        precondition(last.map { $0 < transfer.id } ?? true, "transfers come in recording order")
        bytes.removeAll(keepingCapacity: true)
        transfer.appendCanonical(to: &bytes)
        hash.update(data: bytes)
        first = first ?? transfer.id
        last = transfer.id
        count += 1
    }

    /// The seal of what was taken in; none if that was nothing.
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
    /// How many bytes a transfer has in canonical form.
    public static let canonicalLength = 12 * 8

    /// Appends the canonical bytes: twelve signed 64-bit numbers, most significant byte first, the
    /// smallest number for what is absent.
    ///
    /// They are id, kind, from, to, minutes, at in microseconds, journal row, reversed transfer,
    /// then previous transfer and balance after of the payer and of the payee.
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
