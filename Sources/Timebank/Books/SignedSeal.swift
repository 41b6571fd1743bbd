internal import Crypto
package import Ledger

/// A seal with its network, its time and its Ed25519 signature.
package struct SignedSeal: Hashable, Sendable, Codable {
    package let network: Network.ID
    package let previous: [UInt8]
    package let first: Transfer.ID
    package let last: Transfer.ID
    package let count: Int64
    package let digest: [UInt8]
    package let at: Instant
    package let publicKey: [UInt8]
    package let signature: [UInt8]

    /// Signs a seal.
    package init(_ seal: Seal, of network: Network.ID, at: Instant, with key: SealKey) throws {
        self.init(
            seal,
            of: network,
            at: at,
            publicKey: key.publicKey,
            signature: try key.sign(Self.statement(seal, of: network, at: at))
        )
    }

    /// Creates a signed seal from stored values, unchecked.
    package init(
        _ seal: Seal,
        of network: Network.ID,
        at: Instant,
        publicKey: [UInt8],
        signature: [UInt8]
    ) {
        self.network = network
        previous = seal.previous
        first = seal.first
        last = seal.last
        count = seal.count
        digest = seal.digest
        self.at = at
        self.publicKey = publicKey
        self.signature = signature
    }

    /// The seal without network, time and signature.
    package var seal: Seal {
        Seal(previous: previous, first: first, last: last, count: count, digest: digest)
    }

    /// Whether the signature is valid for this seal and the public key stored with it.
    var isSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: Self.statement(seal, of: network, at: at))
    }

    /// Returns the bytes that are signed.
    ///
    /// They are `commonhour seal 1`; then, as signed 64-bit big-endian integers, network, first
    /// transfer, last transfer, number of transfers and time in microseconds; then the previous
    /// digest and the digest of this seal.
    private static func statement(
        _ seal: Seal,
        of network: Network.ID,
        at: Instant
    ) -> [UInt8] {
        var bytes = Array("commonhour seal 1".utf8)
        for number in [
            network.raw, seal.first.raw, seal.last.raw, seal.count, at.microseconds,
        ] {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes + seal.previous + seal.digest
    }
}

/// The private Ed25519 key with which this installation signs its seals; never in the database.
package struct SealKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// The length of a private key, in bytes.
    package static let length = 32

    /// Creates a key from its 32 bytes; nil where they are not a valid key.
    package init?(raw: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw) else {
            return nil
        }
        self.key = key
    }

    /// The 32 bytes of the public key.
    package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    func sign(_ bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }
}
