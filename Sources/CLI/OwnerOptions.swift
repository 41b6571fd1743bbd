internal import ArgumentParser
internal import PostgresStore

/// The option that names the owner of the tables of a PostgreSQL database, where another role
/// serves.
struct OwnerOptions: ParsableArguments {
    @Option(
        name: .customLong("migrate-store"),
        help: ArgumentHelp(
            """
            The PostgreSQL database as the role that owns it, which migrates it and gives the role \
            of --store what it needs to serve, and no more.
            """,
            valueName: "postgres://owner@…"
        )
    )
    var address: String?

    func validate() throws {
        if let address, !PostgresStore.isAddress(address) {
            throw ValidationError(
                "--migrate-store is an address like postgres://owner@host/database."
            )
        }
    }
}
