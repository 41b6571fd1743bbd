internal import Glibc
internal import Timebank

/// A file that can be read several times and has the same bytes each time.
///
/// A regular file is read where it is. What can be read only once, such as a pipe, is copied to an
/// unnamed temporary file, which the system removes when the process ends. More than ``most`` bytes
/// are refused.
struct FileSource: ~Copyable {
    /// The most bytes that are read: 1 GiB.
    static let most: Int64 = 1 << 30

    private let descriptor: Int32
    private let path: String
    private let spool: Spool?
    private let found: Found

    /// Opens the file at a path.
    ///
    /// - Throws: ``CommandRefusal`` where it cannot be read.
    init(path: String) throws {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw CommandRefusal.unreadable(path) }
        do {
            let found = try Found(opened, path)
            spool = found.isRegular ? nil : try Spool(path)
            self.found = found
        } catch {
            close(opened)
            throw error
        }
        descriptor = opened
        self.path = path
    }

    deinit {
        close(descriptor)
        if let spool { close(spool.descriptor) }
    }

    /// The file's name without its folder.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Reads the file from the beginning; valid as long as this value.
    var bytes: ImportBytes {
        let (descriptor, path, found) = (descriptor, path, found)
        if let spool { return { try spool.open(from: descriptor, path) } }
        return { try found.open(descriptor, path) }
    }
}

extension CommandRefusal {
    fileprivate static func unreadable(_ path: String) -> CommandRefusal {
        CommandRefusal(sentence: "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }

    fileprivate static func tooLarge(_ path: String) -> CommandRefusal {
        CommandRefusal(
            sentence: "\(path) has more than 1 GiB. Cut it into smaller files, each with the "
                + "header, and import them one after another. Nothing was imported."
        )
    }
}

/// The identity, size and time of a file when it was opened.
private struct Found: Equatable {
    let size: Int64
    let isRegular: Bool
    private let changed: [Int]

    init(_ descriptor: Int32, _ path: String) throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw CommandRefusal.unreadable(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw CommandRefusal(sentence: "\(path) is a folder. Name a file in it.")
        }
        size = Int64(status.st_size)
        isRegular = status.st_mode & S_IFMT == S_IFREG
        changed = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        if isRegular, size > FileSource.most { throw CommandRefusal.tooLarge(path) }
    }

    /// Reads the bytes that were there when the file was opened; refuses a file that was changed.
    func open(_ descriptor: Int32, _ path: String) throws -> CSVReader.Source {
        var position: Int64 = 0
        return { buffer in
            let room = min(buffer.count, Int(size - position))
            let count = try read(descriptor, buffer, room, at: position, path)
            if count == 0 {
                guard try Found(descriptor, path) == self else {
                    throw CommandRefusal(
                        sentence: "\(path) was changed while it was read. Nothing was imported. "
                            + "Run the same command again when nobody writes to it."
                    )
                }
            }
            position += Int64(count)
            return count
        }
    }
}

/// An unnamed temporary file with a copy of what can be read only once.
private struct Spool {
    let descriptor: Int32

    init(_ path: String) throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        var name = Array("\(folder)/commonhour-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw CommandRefusal(
                sentence: "\(path) has to be copied to \(folder) first, which does not work: "
                    + "\(String(cString: strerror(errno))). Set TMPDIR to a folder with room."
            )
        }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Reads from the beginning: the bytes copied so far, then the rest of the original.
    func open(from origin: Int32, _ path: String) throws -> CSVReader.Source {
        var position: Int64 = 0
        return { buffer in
            let there = try read(descriptor, buffer, buffer.count, at: position, path)
            let count = there > 0 ? there : try copy(from: origin, into: buffer, at: position, path)
            position += Int64(count)
            return count
        }
    }

    private func copy(
        from origin: Int32,
        into buffer: UnsafeMutableRawBufferPointer,
        at position: Int64,
        _ path: String
    ) throws -> Int {
        let count = Glibc.read(origin, buffer.baseAddress, buffer.count)
        if count < 0 { throw CommandRefusal.unreadable(path) }
        guard position + Int64(count) <= FileSource.most else {
            throw CommandRefusal.tooLarge(path)
        }
        var written = 0
        while written < count {
            let more = pwrite(
                descriptor,
                buffer.baseAddress?.advanced(by: written),
                count - written,
                off_t(position) + off_t(written)
            )
            guard more > 0 else {
                throw CommandRefusal(
                    sentence: "\(path) cannot be copied before it is imported: "
                        + "\(String(cString: strerror(errno))). Set TMPDIR to a folder with room."
                )
            }
            written += more
        }
        return count
    }
}

private func read(
    _ descriptor: Int32,
    _ buffer: UnsafeMutableRawBufferPointer,
    _ room: Int,
    at position: Int64,
    _ path: String
) throws -> Int {
    let count = pread(descriptor, buffer.baseAddress, room, off_t(position))
    if count < 0 { throw CommandRefusal.unreadable(path) }
    return count
}
