/// A store, whichever database it is in.
package struct Database: Sendable {
    private let driver: any Driver

    /// How often a change is tried again that got in another one's way.
    package static let triesMax = 5

    /// A store behind a driver.
    package init(_ driver: any Driver) { self.driver = driver }

    /// Answers a question from one snapshot, which has everything acknowledged before the call.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await driver.read(body)
    }

    /// Answers a question that reads much, from one snapshot, beside everything else.
    package func report<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await driver.report(body)
    }

    /// Runs `body` as one all-or-nothing change, on disk before this returns or throws.
    ///
    /// When two changes got in each other's way `body` is run again, up to five times in all. So it
    /// must do nothing but use its transaction: no mail sent, no file written.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        for _ in 1..<Self.triesMax {
            do { return try await driver.write(body) } catch StoreError.conflict { continue }
        }
        return try await driver.write(body)
    }

    /// Runs text that defines tables, and `body` with it.
    package func define(
        _ script: Script,
        then body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await driver.define(script, then: body)
    }

    /// Writes a copy of one snapshot to a new file.
    package func backup(to file: String) async throws { try await driver.backup(to: file) }

    /// What the driver can say about itself: name and value.
    package func facts() async -> [(name: String, value: String)] { await driver.facts() }

    /// Finishes what is queued, then lets the store go.
    package func close() async { await driver.close() }
}
