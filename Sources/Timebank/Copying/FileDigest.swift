internal import Crypto

/// The SHA-256 of a file that is read piece by piece.
package struct FileDigest: Sendable {
    private var hash = SHA256()

    /// Of nothing yet.
    package init() {}

    /// Takes in the next piece.
    package mutating func add(_ piece: UnsafeRawBufferPointer) { hash.update(bufferPointer: piece) }

    /// Of all that was taken in.
    package var bytes: [UInt8] { Array(hash.finalize()) }
}
