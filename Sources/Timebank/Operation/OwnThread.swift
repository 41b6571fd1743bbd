internal import Glibc

/// Runs work on a new thread, for work that blocks in the system or computes for long.
///
/// Such work would block a thread of Swift's cooperative pool or of a dispatch queue. These pools
/// also reuse their threads, so a changed niceness would apply to later work as well, for example
/// to the store's.
package enum OwnThread {
    private final class Work: Sendable {
        let niceness: Int32
        let body: @Sendable () -> Void

        init(_ niceness: Int32, _ body: @escaping @Sendable () -> Void) {
            self.niceness = niceness
            self.body = body
        }
    }

    /// Runs `body` on a new thread and suspends the caller until it is done.
    package static func run<T: Sendable>(
        _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            let work: @Sendable () -> Void = { waiting.resume(with: Result(catching: body)) }
            // If no thread can be created, run it on the calling thread.
            if !start(work) { work() }
        }
    }

    /// Runs `body` on a new thread; returns false, without running it, if none can be created.
    ///
    /// `niceness` is the thread's scheduling priority, from -20 (highest) to 19 (lowest).
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
                // On Linux, setpriority with 0 changes the calling thread only, not the process.
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
