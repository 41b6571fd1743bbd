internal import PostgresStore
package import Store
package import Timebank

extension Scheme {
    /// Migrates a test's database to this scheme, as the program with this scheme would.
    ///
    /// On PostgreSQL the owner migrates, and then grants the server's role its rights.
    package func migrate(_ database: Database, on backend: Backend) async throws {
        switch backend {
        case .sqlite: try await migrator.migrate(database)
        case .postgres:
            try await Cluster.here.withOwner(of: database) { owner in
                try await migrator.migrate(Database(owner))
                try await owner.letServe(
                    Cluster.here.server(of: database),
                    Schema.rights(of: self)
                )
            }
        }
    }
}
