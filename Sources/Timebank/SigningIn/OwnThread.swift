internal import Glibc

/// Work on a thread of its own, which the system runs only when nothing else wants the processor.
///
/// Neither the tasks' threads nor a dispatch queue's would do: a hash blocks its thread for a third
/// of a second, and a thread of theirs that was told to give way would give way in its next work
/// too, which may be the store's.
enum OwnThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// How far its work stands back, on the system's scale from -20 to 19.
    private static let niceness: Int32 = 10

    /// Starts the work; false when the system has no thread to give.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { pointer in
                // On Linux 0 is the calling thread, not the process.
                _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, OwnThread.niceness)
                guard let pointer else { return nil }
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        guard failure == 0 else {
            work.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
