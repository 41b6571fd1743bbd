internal import Glibc
internal import Store

/// The last block of a backup, behind everything that SQLite reads: how long the rest is, and its
/// checksum.
///
/// SQLite goes by the number of pages in the file's first one and does not see it.
package struct Trailer: Equatable, Sendable {
    /// How many bytes it takes.
    package static let size = 4_096
    private static let magic = Array("Commonhour backup, SHA-256\n".utf8)
    private static let digestLength = 32

    /// How many bytes are before it.
    package let length: Int64
    /// The SHA-256 of these.
    package let digest: [UInt8]

    /// A trailer behind so many bytes with this SHA-256.
    package init(length: Int64, digest: [UInt8]) {
        self.length = length
        self.digest = digest
    }

    /// The trailer in the last block of a file; nil where that is none, in every bit.
    package init?(_ block: [UInt8]) {
        let start = Self.magic.count
        guard Self.isMeant(by: block), block.count == Self.size else { return nil }
        length = block[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
        digest = Array(block[start + 8..<start + 8 + Self.digestLength])
        guard block == bytes else { return nil }
    }

    /// Whether the last block of a file is meant to be a trailer, be it damaged or not.
    package static func isMeant(by block: [UInt8]) -> Bool { block.starts(with: magic) }

    /// As it stands in the file.
    package var bytes: [UInt8] {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
        let block = Self.magic + number + digest
        return block + [UInt8](repeating: 0, count: Self.size - block.count)
    }

    /// Takes the trailer off a file that is now going to be changed.
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
