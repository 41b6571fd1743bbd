internal import Glibc
internal import Store
internal import Synchronization

/// A bounded queue of batches between the thread that reads a store and the one that writes
/// another.
///
/// Both operations block, so that neither thread gets far ahead and memory use stays constant. It
/// has one producer and one consumer.
final class BatchQueue: Sendable {
    /// Rows of one table.
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

    /// A queue with a capacity of `room` batches.
    init(room: Int) { self.room = Semaphore(room) }

    /// Adds a batch, and waits while the queue is full.
    ///
    /// - Throws: ``StoreError/closed`` after ``stop()``.
    func put(_ batch: Batch) throws {
        room.wait()
        try state.withLock { state in
            if state.isStopped { throw StoreError.closed }
            state.batches.append(batch)
        }
        full.signal()
    }

    /// Ends the queue: with success after the last batch, or with the producer's error.
    func end(_ end: Result<Void, any Error>) {
        state.withLock { $0.end = $0.end ?? end }
        full.signal()
    }

    /// Starts consuming, which is possible only once, because batches that were taken are gone.
    ///
    /// - Throws: ``StoreError/unavailable(_:)`` the second time, when the store retries the
    ///   transaction.
    func begin() throws {
        try state.withLock { state in
            if state.isTaken { throw StoreError.unavailable("the copy was broken off") }
            state.isTaken = true
        }
    }

    /// Removes the next batch, and waits while the queue is empty; nil after the last batch.
    ///
    /// - Throws: the error with which the producer ended the queue.
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

    /// Stops the queue: the producer's next call of ``put(_:)`` throws instead of waiting.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }
}

/// A counting semaphore that blocks the waiting thread.
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
