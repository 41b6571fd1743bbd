internal import Dispatch
internal import Store
internal import Synchronization
package import Timebank

/// An operation that has done its work and waits, before it is recorded, until a gate opens.
package struct Paused<Inner: Operation>: Operation {
    private let inner: Inner
    private let gate: Gate?

    package static var name: String { Inner.name }
    package static var access: Access { Inner.access }
    package var subject: Subject { inner.subject }

    /// An operation that waits before a gate.
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
        // What a driver has not sent yet goes out before an answer comes in.
        _ = try desk.tx.first("SELECT 1") { $0.integer(0) }
        gate?.pass()
        return result
    }
}

/// Stands in the way until it is opened, and says when somebody has come up to it.
package final class Gate: Sendable {
    private let isReached = Atomic(false)
    private let isOpen = Atomic(false)
    private let way = DispatchSemaphore(value: 0)

    /// A gate that is shut.
    package init() {}

    /// Waits until it is opened.
    package func pass() {
        isReached.store(true, ordering: .relaxed)
        guard !isOpen.load(ordering: .sequentiallyConsistent) else { return }
        way.wait()
        way.signal()
    }

    /// Whether somebody has come up to it, or never will.
    package var isDone: Bool { isReached.load(ordering: .relaxed) }

    /// Nobody will come any more.
    package func giveUp() { isReached.store(true, ordering: .relaxed) }

    /// Opens it for good.
    package func open() {
        isOpen.store(true, ordering: .sequentiallyConsistent)
        way.signal()
    }
}

extension Town {
    /// Does something, and something else while the first has been done and is not recorded yet.
    ///
    /// Where changes run one after another, the second then simply comes second.
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
        // Long enough to come as far as it can; on a slow machine less is tried, not more refused.
        try await Task.sleep(for: .milliseconds(80))
        gate.open()
        return await (first, second)
    }
}

/// What came of something.
private func result<Value: Sendable>(
    _ body: () async throws -> Value
) async -> Result<Value, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
