internal import Glibc
internal import SQLiteStore
internal import Timebank

/// The checksum at the end of a backup, over all bytes before it.
struct BackupSum {
    private let path: String

    /// The size of a read, in bytes.
    private static let piece = 1 << 20

    /// The checksum of a file.
    init(of path: String) { self.path = path }

    /// Appends the checksum to a new backup; durable when this returns.
    func add() throws {
        let file = open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw refusal("cannot be opened") }
        defer { _ = close(file) }
        let length = try size(of: file)
        let trailer = Trailer(length: length, digest: try digest(of: file, length))
        let bytes = trailer.bytes
        guard pwrite(file, bytes, bytes.count, off_t(length)) == bytes.count, fsync(file) == 0
        else { throw refusal("cannot be given its checksum") }
    }

    /// Refuses a backup whose bytes are not those that were written.
    ///
    /// Returns whether it has a checksum. Without one it is refused too, unless `orNone` is true.
    func require(orNone: Bool) throws -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw refusal("cannot be opened") }
        defer { _ = close(file) }
        let length = try size(of: file) - Int64(Trailer.size)
        let last = try block(of: file, at: length)
        guard Trailer.isMeant(by: last) else {
            if orNone { return false }
            throw CommandRefusal(
                sentence: """
                    \(path) has no checksum: it is damaged, cut off, or was not made by commonhour \
                    backup. Nothing was changed. Take another backup. One from before there were \
                    checksums, or a plain copy of a store, is taken with --without-checksum.
                    """
            )
        }
        guard let trailer = Trailer(last), trailer.length == length,
            trailer.digest == (try digest(of: file, length))
        else {
            throw CommandRefusal(
                sentence: """
                    \(path) is damaged: its checksum does not fit. Nothing was changed. Take \
                    another backup.
                    """
            )
        }
        return true
    }

    private func size(of file: Int32) throws -> Int64 {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw refusal("cannot be read") }
        return Int64(facts.st_size)
    }

    /// The last block; empty where the file is too short for one.
    private func block(of file: Int32, at offset: Int64) throws -> [UInt8] {
        guard offset >= 0 else { return [] }
        var block = [UInt8](repeating: 0, count: Trailer.size)
        guard pread(file, &block, block.count, off_t(offset)) == block.count else {
            throw refusal("cannot be read")
        }
        return block
    }

    private func digest(of file: Int32, _ length: Int64) throws -> [UInt8] {
        var digest = FileDigest()
        var piece = [UInt8](repeating: 0, count: Self.piece)
        var done: Int64 = 0
        while done < length {
            let wanted = Int(min(Int64(piece.count), length - done))
            let count = pread(file, &piece, wanted, off_t(done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw refusal("cannot be read") }
            piece.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            done += Int64(count)
            Out.progress("Checksum: \(Files.size(done)) of \(Files.size(length))")
        }
        return digest.bytes
    }

    private func refusal(_ what: String) -> CommandRefusal {
        let reason = errno == ENOSPC ? "the disk is full" : String(cString: strerror(errno))
        return CommandRefusal(sentence: "\(path) \(what): \(reason).")
    }
}
