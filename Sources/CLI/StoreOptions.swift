internal import ArgumentParser
internal import Glibc
internal import PostgresStore
internal import SQLiteStore
internal import Store
internal import Timebank

/// The option that names the store.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            """
            The store: a file, or a PostgreSQL database as postgres://user@host/database. Without \
            it COMMONHOUR_STORE, else \(Self.standard).
            """,
            valueName: "path"
        )
    )
    var chosen: String?

    init() {}

    /// Options for a store that is named otherwise than by `--store`.
    init(named: String) { chosen = named }

    static let standard = "commonhour-data/commonhour.sqlite"

    /// Refuses a mistyped address, which would otherwise be taken for a file's path.
    func validate() throws {
        guard named.hasPrefix("postgres"), named.contains(":"), !isPostgres else { return }
        throw ValidationError("A PostgreSQL database is named like postgres://user@host/database.")
    }

    /// The path or address, as given.
    private var named: String {
        if let chosen { return chosen }
        if let named = getenv("COMMONHOUR_STORE") { return String(cString: named) }
        return Self.standard
    }

    /// Whether the store is a PostgreSQL database.
    var isPostgres: Bool { PostgresStore.isAddress(named) }

    /// The path of the store's file, with symbolic links resolved.
    ///
    /// For a database it is the beginning of the paths of the files that this machine keeps for it,
    /// such as the key.
    var path: String {
        isPostgres
            ? "commonhour-data/\(PostgresStore.name(of: named))"
            : (try? StoreFile.real(named)) ?? named
    }

    /// The same store by its resolved path, so that a symbolic link which changes later has no
    /// effect.
    ///
    /// - Throws: ``StoreError/unreachable(_:)`` for a link to a file that does not exist.
    func settled() throws -> StoreOptions {
        isPostgres ? self : StoreOptions(named: try StoreFile.real(named))
    }

    /// The path or address without a password, for messages.
    var shown: String { isPostgres ? PostgresStore.shown(named) : named }

    /// Opens the store for writing and migrates it; a file must not be served by another process.
    ///
    /// - make: Whether to create a file that does not exist.
    /// - limits: The limits for a database.
    /// - tell: Called when the file goes away while it is open.
    func openAlone(
        make: Bool = false,
        as owner: OwnerOptions? = nil,
        limits: PostgresStore.Limits = PostgresStore.Limits(),
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Database {
        if let owner = owner?.address {
            return try await openPostgres(migratedAt: owner, limits)
        }
        let database: Database
        if isPostgres {
            let store = try await openPostgres(limits)
            database = Database(store)
            try await closing(database) { try await store.refuseForeign() }
        } else {
            try requireFile(make: make)
            try SQLiteStore.refuseForeign(path)
            database = Database(try SQLiteStore(path: path, tell: tell))
        }
        try await closing(database) { try await Program.current.scheme.migrator.migrate(database) }
        return database
    }

    /// Opens the store for reading, also while it is served.
    func openReading() async throws -> Database {
        let database: Database
        if isPostgres {
            database = Database(try await openPostgres())
        } else {
            try requireFile(make: false)
            database = Database(try SQLiteStore(path: path, mode: .reading))
        }
        try await closing(database) {
            try await Program.current.scheme.migrator.requireCurrent(database)
        }
        return database
    }

    private func openPostgres(
        _ limits: PostgresStore.Limits = PostgresStore.Limits()
    ) async throws -> PostgresStore {
        try await PostgresStore.open(named, limits: limits) { Randomness.fraction }
    }

    /// Whether both are the same file.
    func isSameFile(as other: StoreOptions) -> Bool {
        !isPostgres && !other.isPostgres && StoreFile.isSame(path, other.path)
    }

    /// Refuses to end with success where the store's file is no longer the one that was opened.
    func requireStillThere(_ database: Database) async throws {
        if isPostgres { return }
        do { try await database.read(in: .none) { _ in } } catch StoreError.unavailable(let text) {
            throw CommandRefusal(
                sentence: """
                    \(text). Put back the file that was served with its -wal, or restore a backup, \
                    before you start the server again.
                    """
            )
        }
    }

    /// Opens a database as the serving role, after the owner of its tables has migrated it and
    /// granted that role its rights.
    private func openPostgres(
        migratedAt owner: String,
        _ limits: PostgresStore.Limits
    ) async throws -> Database {
        guard isPostgres else {
            throw ValidationError("--migrate-store is for a PostgreSQL database, and --store too.")
        }
        let store = try await openPostgres(limits)
        let database = Database(store)
        try await closing(database) {
            let role = try await store.role()
            try requireApart(role)
            try await StoreOptions(named: owner).migrate(for: role)
            try await Program.current.scheme.migrator.requireCurrent(database)
        }
        return database
    }

    /// Migrates a database as its owner, and grants another role the rights to serve.
    private func migrate(for role: PostgresStore.Role) async throws {
        let owner = try await openPostgres()
        let database = Database(owner)
        try await closing(database) {
            try await owner.refuseForeign()
            try await Program.current.scheme.migrator.migrate(database)
            guard try await owner.role().name != role.name else { throw Self.isOneRole(role) }
            try await owner.letServe(role, Schema.rights(of: Program.current.scheme))
        }
        await database.close()
    }

    /// Refuses a serving role that the database's rules do not bind, or that lacks its second role.
    private func requireApart(_ role: PostgresStore.Role) throws {
        let (name, books) = (role.name, role.booksName)
        if role.ownsTables || role.isAboveRules { throw Self.isOneRole(role) }
        switch role.books {
        case .ready: break
        case .missing:
            throw CommandRefusal(
                sentence: """
                    The role \(name) needs one beside it for what goes across networks. Run as \
                    postgres: CREATE ROLE \(books) NOLOGIN; GRANT \(books) TO \(name); ALTER ROLE \
                    \(name) NOINHERIT;
                    """
            )
        case .inherited:
            throw CommandRefusal(
                sentence: """
                    The role \(name) may see every network at any time. Run as postgres: ALTER \
                    ROLE \(name) NOINHERIT;
                    """
            )
        }
    }

    private static func isOneRole(_ role: PostgresStore.Role) -> CommandRefusal {
        CommandRefusal(
            sentence: """
                The role \(role.name) of --store owns the tables or is above all rules. Serve as \
                another role than the one that migrates: docs/operating.md says how.
                """
        )
    }

    /// Runs `body` on an open store, and closes the store if that throws.
    private func closing(_ database: Database, _ body: () async throws -> Void) async throws {
        do { try await body() } catch {
            await database.close()
            throw error
        }
    }

    /// A bank for a command, with this machine's clock and random numbers.
    ///
    /// On a database the node of its ids is drawn at random, as other programs may draw ids too; on
    /// a file there is no other.
    func bank(on database: Database) async throws -> Bank {
        try await bank(on: database, node: isPostgres ? Randomness.node : 0)
    }

    /// A bank for a server, and the node of its ids.
    func servingBank(on database: Database) async throws -> (Bank, NodeLease?) {
        guard isPostgres else { return (try await bank(on: database), nil) }
        let node = try await NodeLease.take(on: database, now: Clock.now(), dice: Randomness.dice)
        return (try await bank(on: database, node: node.number), node)
    }

    private func bank(on database: Database, node: Int) async throws -> Bank {
        try await Bank(
            database,
            of: Program.current.scheme,
            node: node,
            clock: Clock.now,
            dice: Randomness.dice
        )
    }

    /// The network with this short name.
    ///
    /// - Throws: ``CommandRefusal`` where there is none.
    func network(_ name: String, in database: Database) async throws -> Slug {
        do {
            guard let slug = Slug(name) else { throw AccessRefusal.notFound }
            _ = try await database.read(in: .none) { try $0.require(network: slug) }
            return slug
        } catch AccessRefusal.notFound {
            throw CommandRefusal(
                sentence: """
                    There is no network called “\(name)” in the store at \(shown). Make one \
                    with: commonhour network create
                    """
            )
        }
    }

    private func requireFile(make: Bool) throws {
        _ = try StoreFile.real(named)
        guard access(path, F_OK) != 0 else { return }
        guard make else {
            throw CommandRefusal(
                sentence: """
                    There is no store at \(path). Make one with: commonhour network create, \
                    or commonhour demo.
                    """
            )
        }
        // The served file went away; another store that may be at its path must not be opened.
        if let holder = ProcessLock.holder(beside: path) { throw StoreError.held(by: holder) }
        try makeFolder()
        // Created before SQLite does it, which would let others read it.
        try Files.make(path)
    }

    /// Creates the folder of the store, for its owner only.
    func makeFolder() throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var folder = ""
        for part in parts {
            folder += part + "/"
            if access(folder, F_OK) != 0, mkdir(folder, 0o700) != 0, errno != EEXIST {
                throw CommandRefusal(
                    sentence:
                        "The folder \(folder) cannot be made: \(String(cString: strerror(errno)))."
                )
            }
        }
    }
}
