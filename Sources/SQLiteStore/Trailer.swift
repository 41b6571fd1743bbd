internal import Glibc
internal import Store

/// The last block of a backup, after the SQLite database: its length and checksum.
///
/// SQLite does not read it, as the page count in the header ends the database before it.
package struct Trailer: Equatable, Sendable {
    /// The size of the block, in bytes.
    package static let size = 4_096
    private static let magic = Array("Commonhour backup, SHA-256\n".utf8)
    private static let digestLength = 32

    /// The length of the database before it, in bytes.
    package let length: Int64
    /// The SHA-256 of the database before it.
    package let digest: [UInt8]

    /// The trailer of a database of so many bytes with this SHA-256.
    package init(length: Int64, digest: [UInt8]) {
        self.length = length
        self.digest = digest
    }

    /// The trailer in the last block of a file; nil where any byte of the block is wrong.
    package init?(_ block: [UInt8]) {
        let start = Self.magic.count
        guard Self.isMeant(by: block), block.count == Self.size else { return nil }
        length = block[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
        digest = Array(block[start + 8..<start + 8 + Self.digestLength])
        guard block == bytes else { return nil }
    }

    /// Whether the last block of a file begins as a trailer does, damaged or not.
    package static func isMeant(by block: [UInt8]) -> Bool { block.starts(with: magic) }

    /// The block as it is written: a text, the length as eight bytes big-endian, the digest, zeros.
    package var bytes: [UInt8] {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
        let block = Self.magic + number + digest
        return block + [UInt8](repeating: 0, count: Self.size - block.count)
    }

    /// Removes the trailer from a file that is going to be changed.
    static func remove(from file: Int32) throws {
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_size > size else { return }
        let rest = off_t(facts.st_size) - off_t(size)
        var block = [UInt8](repeating: 0, count: size)
        guard pread(file, &block, size, rest) == size, isMeant(by: block) else { return }
        guard ftruncate(file, rest) == 0 else {
            throw StoreError.unavailable(
                "the checksum at its end cannot be taken off: \(String(cString: strerror(errno)))"
            )
        }
    }
}
