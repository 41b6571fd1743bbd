/// Runs `body` that many times concurrently and returns the results of the runs that did not throw.
package func several<Result: Sendable>(
    _ count: Int,
    _ body: @escaping @Sendable (Int) async throws -> Result
) async -> [Result] {
    await withTaskGroup(of: Result?.self) { group in
        for number in 0..<count { group.addTask { try? await body(number) } }
        return await group.reduce(into: []) { all, one in if let one { all.append(one) } }
    }
}
