internal import Crypto

/// Computes the SHA-256 digest of a file that is read in chunks.
package struct FileDigest: Sendable {
    private var hash = SHA256()

    /// The state before the first chunk.
    package init() {}

    /// Adds the next chunk.
    package mutating func add(_ piece: UnsafeRawBufferPointer) { hash.update(bufferPointer: piece) }

    /// The digest of all chunks so far, 32 bytes.
    package var bytes: [UInt8] { Array(hash.finalize()) }
}
