internal import Glibc
internal import Store
internal import Synchronization

/// The right to write a store, held by one process at a time.
///
/// It is a lock on a file beside the store, which the system lets go when the process ends, however
/// it ends; the file holds the process's number for whoever is turned away.
package final class ProcessLock: Sendable {
    private let descriptor: Mutex<Int32>

    /// Takes the right to write the store at `path`.
    ///
    /// - Throws: ``StoreError/held(by:)`` while another process has it.
    package init(beside path: String) throws {
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.unreadable("\(file) cannot be opened: \(Self.reason)")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            _ = Glibc.close(descriptor)
            throw StoreError.held(by: holder)
        }
        _ = ftruncate(descriptor, 0)
        let number = Array("\(getpid())".utf8)
        _ = pwrite(descriptor, number, number.count, 0)
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets the store go.
    package func release() {
        descriptor.withLock {
            if $0 >= 0 { _ = Glibc.close($0) }
            $0 = -1
        }
    }

    /// Who has the right to write the store at `path`, if anybody.
    package static func holder(beside path: String) -> String? {
        let descriptor = open(path + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = Glibc.close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? nil : holder(descriptor)
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let number = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        return number.isEmpty ? "another process" : "process \(number)"
    }
}
