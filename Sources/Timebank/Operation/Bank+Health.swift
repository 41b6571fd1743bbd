internal import Store

extension Bank {
    /// Whether the store takes changes now: the way of a change, one that changes nothing.
    ///
    /// - Throws: what a change would meet: a full queue, a closed store, a disk that has failed.
    package func requireWritable() async throws {
        try await database.write(in: .none) { tx in
            try tx.run("UPDATE duty SET beat = beat WHERE name = ''")
        }
    }

    /// What the store and the bank say about themselves: name and value.
    package func facts() async -> [(name: String, value: String)] {
        await database.facts() + [("ids-ahead-milliseconds", "\(ids.ahead(of: clock()))")]
    }

    /// Whether somebody can sign in with a password that was printed for looking around.
    package func hasDemoSignIns() async throws -> Bool {
        try await ask(HasDemoSignIns(), as: .console)
    }
}
