internal import Glibc
internal import Store
internal import Synchronization

/// Carries rows from the thread that reads one store to the thread that writes another, a few
/// batches at a time, so that neither runs ahead and memory stays flat.
final class Belt: Sendable {
    /// Some rows of one table.
    struct Batch: Sendable {
        let table: Table
        let rows: [[Value]]
    }

    private struct State {
        var batches: [Batch] = []
        var end: Result<Void, any Error>?
        var isStopped = false
        var isTaken = false
    }

    private let state = Mutex(State())
    private let room: Semaphore
    private let full = Semaphore(0)

    /// A belt with room for so many batches.
    init(room: Int) { self.room = Semaphore(room) }

    /// Puts a batch on, once there is room.
    ///
    /// - Throws: ``StoreError/closed`` when nobody takes any more.
    func put(_ batch: Batch) throws {
        room.wait()
        try state.withLock { state in
            if state.isStopped { throw StoreError.closed }
            state.batches.append(batch)
        }
        full.signal()
    }

    /// Says that there are no more, or why not.
    func end(_ end: Result<Void, any Error>) {
        state.withLock { $0.end = $0.end ?? end }
        full.signal()
    }

    /// Begins to take what is on it, which can be done once: what was taken is no longer there.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` for a change that is run again.
    func begin() throws {
        try state.withLock { state in
            if state.isTaken { throw StoreError.unavailable("the copy was broken off") }
            state.isTaken = true
        }
    }

    /// The next batch, once there is one; nil after the last.
    ///
    /// - Throws: why there are no more, where that was a failure.
    func take() throws -> Batch? {
        full.wait()
        let batch: Batch? = try state.withLock { state in
            guard state.batches.isEmpty else { return state.batches.removeFirst() }
            try state.end?.get()
            return nil
        }
        room.signal()
        return batch
    }

    /// Says that nobody takes any more.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }
}

/// Counts what may go on, and lets a thread wait for it.
private final class Semaphore: @unchecked Sendable {
    private let raw: UnsafeMutablePointer<sem_t>

    init(_ count: Int) {
        raw = .allocate(capacity: 1)
        sem_init(raw, 0, UInt32(count))
    }

    deinit {
        sem_destroy(raw)
        raw.deallocate()
    }

    func wait() { while sem_wait(raw) != 0 {} }

    func signal() { sem_post(raw) }
}
