internal import Glibc
internal import Store
internal import Synchronization

/// The right to write a store, held by one process at a time.
///
/// It is a lock on a file beside the store, which the system lets go when the process ends, however
/// it ends; the file holds the process's number for whoever is turned away.
final class ProcessLock: Sendable {
    private let descriptor: Mutex<Int32>

    init(beside path: String) throws {
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.unreadable("\(file) cannot be opened: \(Self.reason)")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.contents(descriptor)
            _ = Glibc.close(descriptor)
            throw StoreError.held(by: holder.isEmpty ? "another process" : "process \(holder)")
        }
        _ = ftruncate(descriptor, 0)
        let number = Array("\(getpid())".utf8)
        _ = pwrite(descriptor, number, number.count, 0)
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets the store go.
    func release() {
        descriptor.withLock {
            if $0 >= 0 { _ = Glibc.close($0) }
            $0 = -1
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func contents(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
}
