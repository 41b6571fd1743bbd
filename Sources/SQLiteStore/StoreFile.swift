internal import Glibc
internal import Store

/// Where the file of a store really lies.
package enum StoreFile {
    /// The file that somebody means by a path: a symbolic link is followed to its end, so that
    /// lock, log, socket and key always lie beside the same file.
    ///
    /// - Throws: ``StoreError/unreachable(_:)`` for a link to a file that is not there.
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

    /// Whether two names are those of one file.
    package static func isSame(_ path: String, _ other: String) -> Bool {
        guard let identity = FileIdentity(at: path) else { return false }
        return identity == FileIdentity(at: other)
    }

    /// A path that SQLite takes for nothing but a path: not for an address and not for memory.
    private static func plain(_ path: String) -> String {
        path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
    }

    /// The address under which SQLite reads a file that nobody changes: as it is, without a log,
    /// and without anything made beside it.
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

    /// Why a file with several names is not used as a store.
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

/// Which file it is, whatever it is called.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let inode: UInt

    init(_ facts: stat) {
        device = UInt(facts.st_dev)
        inode = UInt(facts.st_ino)
    }

    /// The file that has this name now, if there is one.
    init?(at path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        self.init(facts)
    }
}
