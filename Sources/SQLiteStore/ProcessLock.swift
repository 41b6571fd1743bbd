internal import Glibc
internal import Store
internal import Synchronization

/// The exclusive right of one process to write a store.
///
/// There are two locks: one on a file beside the store, which contains the holder's process id for
/// error messages, and one on the store's file itself, so that a file is one store under any name.
/// The system releases both when the process ends.
///
/// The file is opened here before SQLite opens it, and closed after SQLite has closed it, because
/// closing any descriptor of a file releases the locks that SQLite holds on it for the process.
package final class ProcessLock: Sendable {
    private struct Descriptors {
        var beside: Int32 = -1
        var file: Int32 = -1
        var identity: FileIdentity?
    }

    private let held: Mutex<Descriptors>

    /// The files that this process has locked; it must not open them a second time.
    private static let own = Mutex<Set<FileIdentity>>([])

    /// Locks the store at `path`; its file is created if `making`, and need not exist otherwise.
    ///
    /// - Throws: ``StoreError/held(by:)`` while another process has the lock,
    ///   ``StoreError/unreachable(_:)`` for a file with several names.
    package init(beside path: String, making: Bool = false) throws {
        let path = try StoreFile.real(path)
        var taken = Descriptors()
        do {
            taken.beside = try Self.takeBeside(path)
            try Self.take(path, making: making, into: &taken)
        } catch {
            Self.close(&taken)
            throw error
        }
        if let identity = taken.identity {
            Self.own.withLock { _ = $0.insert(identity) }
        }
        held = Mutex(taken)
    }

    deinit { release() }

    /// Releases the lock; only after SQLite has closed the file.
    package func release() {
        held.withLock {
            if let identity = $0.identity { Self.own.withLock { _ = $0.remove(identity) } }
            Self.close(&$0)
        }
    }

    /// The descriptor of the store's file, open while the lock is held; -1 where there is none.
    var file: Int32 { held.withLock { $0.file } }

    /// The process that has the lock on the store at `path`, for messages; nil where none has.
    package static func holder(beside path: String) -> String? {
        let descriptor = open(path + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = Glibc.close(descriptor) }
        return isLocked(descriptor) ? holder(descriptor) : nil
    }

    /// Refuses to read a file that is, or was, written under another name, because its newest
    /// contents are in a log beside that name.
    ///
    /// To be called before SQLite opens the file in this process.
    static func requireWholeView(of path: String) throws {
        guard let identity = FileIdentity(at: path), !own.withLock({ $0.contains(identity) })
        else { return }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        // If it cannot be opened, SQLite will report why.
        guard descriptor >= 0 else { return }
        defer { _ = Glibc.close(descriptor) }
        var facts = stat()
        if fstat(descriptor, &facts) == 0, facts.st_nlink > 1, hasLog(descriptor) {
            throw StoreFile.severalNames(path)
        }
        // The two locks are not taken or released at once, so a first look can come in between.
        for _ in 0..<3 {
            guard isLocked(descriptor) else { return }
            if holder(beside: path) != nil || isHidden(path + ".lock") { return }
        }
        throw StoreError.held(by: elsewhere)
    }

    /// Whether a process has the lock on the file at `path`.
    ///
    /// SQLite must not have the file open in this process.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { _ = Glibc.close(descriptor) }
        return isLocked(descriptor)
    }

    /// Whether the file exists and may not be read.
    private static func isHidden(_ path: String) -> Bool {
        access(path, R_OK) != 0 && errno == EACCES
    }

    /// Whether the file of an open descriptor is an SQLite database in write-ahead mode.
    static func hasLog(_ descriptor: Int32) -> Bool {
        var version: UInt8 = 0
        return pread(descriptor, &version, 1, 18) == 1 && version == 2
    }

    private static let elsewhere = "another process, which knows the file by another name"

    private static func takeBeside(_ path: String) throws -> Int32 {
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw refusal(file)
        }
        do {
            guard try lock(descriptor, file) else { throw StoreError.held(by: holder(descriptor)) }
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        _ = ftruncate(descriptor, 0)
        let number = Array("\(getpid())".utf8)
        _ = pwrite(descriptor, number, number.count, 0)
        return descriptor
    }

    private static func take(_ path: String, making: Bool, into taken: inout Descriptors) throws {
        if let identity = FileIdentity(at: path), own.withLock({ $0.contains(identity) }) {
            throw StoreError.held(by: "process \(getpid())")
        }
        taken.file = open(path, O_RDWR | O_CLOEXEC | (making ? O_CREAT : 0), 0o600)
        guard taken.file >= 0 else {
            if errno == ENOENT, !making { return }
            throw refusal(path)
        }
        var facts = stat()
        guard fstat(taken.file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw StoreError.unreadable("\(path) is no file")
        }
        guard try lock(taken.file, path) else { throw StoreError.held(by: elsewhere) }
        guard facts.st_nlink <= 1 else { throw StoreFile.severalNames(path) }
        guard FileIdentity(at: path) == FileIdentity(facts) else {
            throw StoreError.unavailable("\(path) was replaced at this moment")
        }
        taken.identity = FileIdentity(facts)
    }

    private static func close(_ descriptors: inout Descriptors) {
        if descriptors.file >= 0 { _ = Glibc.close(descriptors.file) }
        if descriptors.beside >= 0 { _ = Glibc.close(descriptors.beside) }
        descriptors = Descriptors()
    }

    /// Locks an open file; false where another process has it locked.
    ///
    /// The lock belongs to this open file and not to the process (an OFD lock), and covers a byte
    /// that SQLite does not lock. Whether it is held can be asked without taking it.
    private static func lock(_ descriptor: Int32, _ path: String) throws -> Bool {
        var wanted = range
        if fcntl(descriptor, setLock, &wanted) == 0 { return true }
        guard errno == EAGAIN || errno == EACCES else {
            throw StoreError.unreadable("\(path) cannot be locked: \(reason)")
        }
        return false
    }

    private static func isLocked(_ descriptor: Int32) -> Bool {
        var asked = range
        return fcntl(descriptor, askLock, &asked) == 0 && asked.l_type != Int16(F_UNLCK)
    }

    /// The commands of `fcntl` for such locks, which Swift does not import: F_OFD_SETLK,
    /// F_OFD_GETLK.
    private static let (setLock, askLock): (Int32, Int32) = (37, 36)

    private static var range: flock {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = 1 << 62
        range.l_len = 1
        return range
    }

    /// The error for a file that could not be opened for writing.
    private static func refusal(_ path: String) -> StoreError {
        let code = errno
        let words = "\(path) cannot be opened: \(String(cString: strerror(code)))"
        guard [EACCES, EPERM, EROFS].contains(code) else { return .unreadable(words) }
        return .unreachable("\(words). Run this as the user to whom the store belongs.")
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let number = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        return number.isEmpty ? "another process" : "process \(number)"
    }
}
