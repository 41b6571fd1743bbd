internal import Dispatch
internal import Store
internal import Synchronization
package import Timebank

/// An operation that pauses at a gate after its work, before it is recorded in the journal.
package struct Paused<Inner: Operation>: Operation {
    private let inner: Inner
    private let gate: Gate?

    package static var name: String { Inner.name }
    package static var access: Access { Inner.access }
    package var subject: Subject { inner.subject }

    /// - `inner`: The operation to run.
    /// - `gate`: The gate at which it pauses.
    package init(_ inner: Inner, before gate: Gate) {
        self.inner = inner
        self.gate = gate
    }

    package init(from decoder: any Decoder) throws {
        inner = try Inner(from: decoder)
        gate = nil
    }

    package func encode(to encoder: any Encoder) throws { try inner.encode(to: encoder) }

    package func run(at desk: Desk) throws -> Inner.Result {
        let result = try inner.run(at: desk)
        // A driver may have buffered statements; a read makes it send them before the operation
        // pauses.
        _ = try desk.tx.first("SELECT 1") { $0.integer(0) }
        gate?.pass()
        return result
    }
}

/// A barrier that blocks a thread until it is opened, and reports when a thread has reached it.
package final class Gate: Sendable {
    private let isReached = Atomic(false)
    private let isOpen = Atomic(false)
    private let way = DispatchSemaphore(value: 0)

    /// Starts closed.
    package init() {}

    /// Blocks the calling thread until the gate is open.
    package func pass() {
        isReached.store(true, ordering: .relaxed)
        guard !isOpen.load(ordering: .sequentiallyConsistent) else { return }
        way.wait()
        way.signal()
    }

    /// Whether a thread has reached the gate, or none will (see ``giveUp()``).
    package var isDone: Bool { isReached.load(ordering: .relaxed) }

    /// Marks that no thread will reach the gate any more, because the operation has ended.
    package func giveUp() { isReached.store(true, ordering: .relaxed) }

    /// Opens the gate for good.
    package func open() {
        isOpen.store(true, ordering: .sequentiallyConsistent)
        way.signal()
    }
}

extension Town {
    /// Runs an operation, and `other` while the first has done its work and is not yet committed.
    ///
    /// On a database that runs writes one after another, `other` simply runs second.
    ///
    /// - Returns: The results of the operation and of `other`.
    package func during<Asked: Operation, Other: Sendable>(
        _ asked: Asked,
        as role: Role,
        request: String? = nil,
        _ other: @escaping @Sendable () async throws -> Other
    ) async throws -> (Result<Asked.Result, any Error>, Result<Other, any Error>) {
        let gate = Gate()
        async let first = result {
            defer { gate.giveUp() }
            return try await perform(Paused(asked, before: gate), as: role, request: request)
        }
        while !gate.isDone { try await Task.sleep(for: .milliseconds(1)) }
        async let second = result { try await other() }
        // Time for `other` to get as far as it can. On a slow machine it may get less far, so that
        // the test checks less; it does not fail.
        try await Task.sleep(for: .milliseconds(80))
        gate.open()
        return await (first, second)
    }
}

/// Catches an error as a result.
private func result<Value: Sendable>(
    _ body: () async throws -> Value
) async -> Result<Value, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
