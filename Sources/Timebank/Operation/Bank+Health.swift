internal import Store

extension Bank {
    /// Checks that the store accepts writes, by committing an update that changes no row.
    ///
    /// - Throws: the error that a write would get: queue full, store closed or disk failure.
    package func requireWritable() async throws {
        try await database.write(in: .none) { tx in
            try tx.run("UPDATE duty SET beat = beat WHERE name = ''")
        }
    }

    /// Diagnostic values of the store and of this bank, each with its name.
    package func facts() async -> [(name: String, value: String)] {
        await database.facts() + [("ids-ahead-milliseconds", "\(ids.ahead(of: clock()))")]
    }

    /// Whether any sign-in printed by the `demo` verb still has a password.
    package func hasDemoSignIns() async throws -> Bool {
        try await ask(HasDemoSignIns(), as: .console)
    }
}
