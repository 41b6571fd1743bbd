internal import Glibc

/// Work on a thread of its own, for what waits in the system or computes for long.
///
/// Neither the tasks' threads nor a dispatch queue's would do: such work holds its thread up, and a
/// thread of theirs that was told to give way would give way in its next work too, which may be
/// the store's.
package enum OwnThread {
    private final class Work: Sendable {
        let niceness: Int32
        let body: @Sendable () -> Void

        init(_ niceness: Int32, _ body: @escaping @Sendable () -> Void) {
            self.niceness = niceness
            self.body = body
        }
    }

    /// Does work and waits for it without holding up the thread that asks.
    package static func run<T: Sendable>(
        _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            let work: @Sendable () -> Void = { waiting.resume(with: Result(catching: body)) }
            // Where there is no thread to be had, whoever asked does the work.
            if !start(work) { work() }
        }
    }

    /// Starts the work; false when the system has no thread to give.
    ///
    /// `niceness` says how far it stands back, on the system's scale from -20 to 19.
    package static func start(
        niceness: Int32 = 0,
        _ body: @escaping @Sendable () -> Void
    ) -> Bool {
        let work = Unmanaged.passRetained(Work(niceness, body))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { pointer in
                guard let pointer else { return nil }
                let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
                // On Linux 0 is the calling thread, not the process.
                if work.niceness != 0 {
                    _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, work.niceness)
                }
                work.body()
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
