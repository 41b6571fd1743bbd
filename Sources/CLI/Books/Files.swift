internal import Glibc

/// File operations of the commands about the books.
enum Files {
    /// Creates an empty file that only its owner may read.
    ///
    /// - Throws: ``CommandRefusal`` where the path exists.
    static func make(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandRefusal(
                sentence: errno == EEXIST
                    ? "There is something at \(path) already. Choose another name, or move it away."
                    : "\(path) cannot be made: \(reason)."
            )
        }
        _ = close(descriptor)
    }

    /// Creates a file with these bytes that only its owner may read; durable when this returns.
    static func make(_ path: String, holding bytes: [UInt8]) throws {
        try make(path)
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count,
            fsync(descriptor) == 0
        else { throw CommandRefusal(sentence: "\(path) cannot be written: \(reason).") }
        _ = close(descriptor)
        try flush(folder(of: path))
    }

    /// The bytes of a file of at most `most` bytes; nil where there is none.
    static func bytes(_ path: String, upTo most: Int = 4_096) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: most)
        let count = read(descriptor, &bytes, most)
        return count < 0 ? nil : Array(bytes.prefix(count))
    }

    /// Flushes a file, or the entries of a folder, to disk.
    static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { _ = close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw CommandRefusal(sentence: "\(path) cannot be brought to disk: \(reason).")
        }
    }

    static func move(_ path: String, to other: String) throws {
        guard rename(path, other) == 0 else {
            throw CommandRefusal(sentence: "\(path) cannot become \(other): \(reason).")
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether the file may be read and written.
    static func isWritable(_ path: String) -> Bool { access(path, R_OK | W_OK) == 0 }

    /// Removes a file; does nothing where there is none.
    static func remove(_ path: String) { _ = unlink(path) }

    /// The size of a file in bytes, and whether others than its owner have no rights on it.
    static func facts(_ path: String) -> (size: Int64, isPrivate: Bool)? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return (Int64(facts.st_size), facts.st_mode & 0o077 == 0)
    }

    /// The free bytes of the file system that a file is on.
    static func freeBytes(_ path: String) -> Int64? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { return nil }
        return Int64(facts.f_bavail) * Int64(facts.f_frsize)
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A size with its unit, for people.
    static func size(_ bytes: Int64) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var size = bytes
        var unit = 0
        while size >= 10_000, unit < units.count - 1 {
            size /= 1_000
            unit += 1
        }
        return "\(size) \(units[unit])"
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
