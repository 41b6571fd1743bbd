package import Store

/// Shorthands for tests, which access all networks at once, with row security lifted.
extension Database {
    /// Reads everything, in one snapshot.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await read(in: .whole, body)
    }

    /// Reads everything, in one snapshot and as a long-running read.
    package func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await report(in: .whole, body)
    }

    /// Writes anything, in one transaction.
    @discardableResult
    package func write<T: Sendable>(
        knowsItself: Bool = false,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await write(in: .whole, knowsItself: knowsItself, body)
    }
}
