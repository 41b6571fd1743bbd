internal import Store

extension PostgresStore {
    /// Whether a text is the address of a database, and not the path of a file.
    package static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// An address without its password, for messages.
    package static func shown(_ address: String) -> String {
        (try? Address(address).shown) ?? "postgres://…"
    }

    /// The name of the database in an address.
    package static func name(of address: String) -> String {
        (try? Address(address).name) ?? "postgres"
    }

    /// Refuses another program's database before anything in it is changed.
    ///
    /// - Throws: ``StoreError/unreadable(_:)``.
    package func refuseForeign() async throws {
        let (count, ours) = try await read { tx in
            try tx.first(
                """
                SELECT COUNT(*), COUNT(CASE WHEN tablename = 'migration' THEN 1 END)
                FROM pg_tables WHERE schemaname = current_schema()
                """
            ) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
        }
        if count > 0, ours == 0 {
            throw StoreError.unreadable("it belongs to another program")
        }
    }
}
