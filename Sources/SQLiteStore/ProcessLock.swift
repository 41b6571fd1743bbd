internal import Glibc
internal import Store
internal import Synchronization

/// The right to write a store, held by one process at a time.
///
/// There are two locks: on a file beside the store, which holds the process's number for whoever
/// is turned away, and on the store's file itself, so that one file is one store whatever it is
/// called. The system lets both go when the process ends, however it ends.
///
/// The file is opened here before SQLite opens it, and closed after SQLite has closed it: closing
/// any descriptor of a file takes from a process what SQLite has locked in it.
package final class ProcessLock: Sendable {
    private struct Descriptors {
        var beside: Int32 = -1
        var file: Int32 = -1
        var identity: FileIdentity?
    }

    private let held: Mutex<Descriptors>

    /// The files that this process has the right to write, which it must not open once more.
    private static let own = Mutex<Set<FileIdentity>>([])

    /// Takes the right to write the store at `path`, whose file need not be there; `making` makes
    /// it.
    ///
    /// - Throws: ``StoreError/held(by:)`` while another process has it,
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

    /// Lets the store go, once nothing has its file open any more.
    package func release() {
        held.withLock {
            if let identity = $0.identity { Self.own.withLock { _ = $0.remove(identity) } }
            Self.close(&$0)
        }
    }

    /// The store's file, open for as long as the lock is held; -1 where there is none.
    var file: Int32 { held.withLock { $0.file } }

    /// Who has the right to write the store at `path`, if anybody.
    package static func holder(beside path: String) -> String? {
        let descriptor = open(path + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = Glibc.close(descriptor) }
        return isLocked(descriptor) ? holder(descriptor) : nil
    }

    /// Refuses to look at a file that somebody writes, or has written, under another name: what
    /// came last is in a log beside that name.
    ///
    /// Before SQLite opens the file in this process.
    static func requireWholeView(of path: String) throws {
        guard let identity = FileIdentity(at: path), !own.withLock({ $0.contains(identity) })
        else { return }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        // Why it cannot be read SQLite will find out as well.
        guard descriptor >= 0 else { return }
        defer { _ = Glibc.close(descriptor) }
        var facts = stat()
        if fstat(descriptor, &facts) == 0, facts.st_nlink > 1, hasLog(descriptor) {
            throw StoreFile.severalNames(path)
        }
        // Whoever takes or lets go both locks at this moment is met once at most.
        for _ in 0..<3 {
            guard isLocked(descriptor) else { return }
            if holder(beside: path) != nil || isHidden(path + ".lock") { return }
        }
        throw StoreError.held(by: elsewhere)
    }

    /// Whether somebody has the right to write the file at `path`, which SQLite must not have open
    /// in this process.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { _ = Glibc.close(descriptor) }
        return isLocked(descriptor)
    }

    /// Whether there is a file that we may not read.
    private static func isHidden(_ path: String) -> Bool {
        access(path, R_OK) != 0 && errno == EACCES
    }

    /// Whether a file of SQLite's is kept with a log beside it.
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

    /// Locks an open file, or says that somebody else has.
    ///
    /// The lock is of this opening of the file and not of the process, and it is far from the bytes
    /// that SQLite locks. Whether it is taken can be asked without taking it.
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

    /// The calls for such locks, of which Swift does not see the names: F_OFD_SETLK, F_OFD_GETLK.
    private static let (setLock, askLock): (Int32, Int32) = (37, 36)

    private static var range: flock {
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = 1 << 62
        range.l_len = 1
        return range
    }

    /// Why a file could not be opened to be changed.
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
