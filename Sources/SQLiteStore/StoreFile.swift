internal import Glibc
internal import Store

/// The paths of store files.
package enum StoreFile {
    /// The path with symbolic links resolved, so that lock, log, socket and key are always beside
    /// the same file.
    ///
    /// - Throws: ``StoreError/unreachable(_:)`` for a link to a file that does not exist.
    package static func real(_ path: String) throws -> String {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else {
            return plain(path)
        }
        guard let end = realpath(path, nil) else {
            throw StoreError.unreachable(
                """
                \(path) is a link to a file that is not there. Put the store where the link \
                points, or remove the link.
                """
            )
        }
        defer { free(end) }
        return String(cString: end)
    }

    /// Whether two paths lead to the same file.
    package static func isSame(_ path: String, _ other: String) -> Bool {
        guard let identity = FileIdentity(at: path) else { return false }
        return identity == FileIdentity(at: other)
    }

    /// The path in a form that SQLite cannot take for a URI or `:memory:`.
    private static func plain(_ path: String) -> String {
        path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
    }

    /// The URI under which SQLite reads a file as immutable: without log and locks, and without
    /// creating a file beside it.
    static func unchanging(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var name: [UInt8] = []
        for byte in path.utf8 {
            if plain.contains(byte) {
                name.append(byte)
            } else {
                name += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return "file:" + String(decoding: name, as: UTF8.self) + "?immutable=1"
    }

    /// The error for a file with several hard links.
    static func severalNames(_ path: String) -> StoreError {
        .unreachable(
            """
            The file \(path) has another name as well (a hard link), and each name would get a \
            log of its own. Find it with: find / -xdev -samefile \(path). Then remove one of the \
            two names, or make a copy with cp and use that.
            """
        )
    }
}

/// The identity of a file, independent of its name: device and inode.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let inode: UInt

    init(_ facts: stat) {
        device = UInt(facts.st_dev)
        inode = UInt(facts.st_ino)
    }

    /// The file at this path now; nil where there is none.
    init?(at path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        self.init(facts)
    }
}
