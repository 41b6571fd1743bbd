internal import PostgresStore
package import Store
package import Timebank

extension Scheme {
    /// Brings a test's database to this scheme, as the program does that has it.
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
