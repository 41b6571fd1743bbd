package import Store

/// Tests look at everything, unless they say otherwise.
extension Database {
    /// Answers a question about everything from one snapshot.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await read(in: .whole, body)
    }

    /// Answers a question that reads much of everything, from one snapshot.
    package func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await report(in: .whole, body)
    }

    /// Changes anything, all or nothing.
    @discardableResult
    package func write<T: Sendable>(
        knowsItself: Bool = false,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await write(in: .whole, knowsItself: knowsItself, body)
    }
}
