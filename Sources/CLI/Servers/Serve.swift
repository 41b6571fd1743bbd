internal import ArgumentParser
internal import Logging
internal import ServiceLifecycle
internal import PostgresStore
internal import Store
internal import Timebank
internal import UnixSignals
internal import Web

/// Serves pages and API until it is stopped.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve pages and the API.",
        discussion: """
            Prints its address when it listens. It stops within ten seconds of SIGTERM or Ctrl-C: \
            first it answers what was asked, then it finishes what is under way, then it closes \
            the store.
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var owner: OwnerOptions

    @Option(help: "The address to listen on. Another than 127.0.0.1 lets other machines in.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for a free one.")
    var port = 8_080

    @Option(
        help: ArgumentHelp(
            "The address that people use, when a proxy in front of the server has another.",
            valueName: "https://…"
        )
    )
    var url: String?

    @Option(
        help: ArgumentHelp(
            """
            The proxy in front of the server, whose X-Forwarded-For is believed; without one, its \
            Forwarded.
            """,
            valueName: "address"
        )
    )
    var trustProxy: String?

    @Option(
        help: ArgumentHelp(
            """
            How many connections to a PostgreSQL do short work at most; two more read long. \
            Without it 16. All servers together must leave some of the database's max_connections \
            to others.
            """,
            valueName: "number"
        )
    )
    var connections: Int?

    @Flag(help: "Let everybody ask as often as they like; only on this machine, for measuring.")
    var noRateLimits = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("A port is a number from 0 to 65535.")
        }
        if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            throw ValidationError("The url begins with https:// or http://.")
        }
        if let trustProxy, !Settings.isAddress(trustProxy) {
            throw ValidationError("--trust-proxy takes an address such as 127.0.0.1, and no name.")
        }
        if let connections {
            guard (1...1_000).contains(connections) else {
                throw ValidationError("The connections are a number from 1 to 1000.")
            }
            guard store.isPostgres else {
                throw ValidationError("--connections is for a PostgreSQL; the store is a file.")
            }
        }
        if noRateLimits, !isLoopback {
            throw ValidationError(
                "--no-rate-limits is only for this machine: leave --host at 127.0.0.1."
            )
        }
    }

    private var limits: PostgresStore.Limits {
        var limits = PostgresStore.Limits()
        if let connections { limits.connections = connections }
        return limits
    }

    func run() async throws {
        Memory.keepWhatIsFreed()
        let database = try await store.openAlone(as: owner, limits: limits) { Out.complain($0) }
        do {
            // The schema is compared while the pages are prepared; the port opens after both.
            async let soundness: Void = database.requireSound(
                "The store",
                then: "Run commonhour verify, and restore the last backup from before."
            )
            let (bank, node) = try await store.servingBank(on: database)
            let site = try site(of: bank)
            try await soundness
            try await serve(site, as: node)
            try await store.requireStillThere(database)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }

    private var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    /// Refuses to listen on an outside address while there are demo sign-ins, whose passwords are
    /// public; warns where nobody can sign in.
    func requireServable(_ bank: Bank) async throws {
        guard !isLoopback else { return }
        if try await bank.hasDemoSignIns() {
            throw CommandRefusal(
                sentence: """
                    The demo's passwords are for looking around on this machine. Serve another \
                    store to others, or leave --host at 127.0.0.1.
                    """
            )
        }
        guard url?.hasPrefix("https://") != true else { return }
        Out.complain(
            """
            Nobody can sign in: other machines reach this server without https. Put a proxy with \
            a certificate in front of it, and say its address: --url https://…
            """
        )
    }

    private func site(of bank: Bank) throws -> Site {
        try Site(
            bank: bank,
            parts: Program.current.web,
            settings: Settings(
                url: url,
                trustedProxy: trustProxy,
                limitsRates: !noRateLimits,
                sharesRates: store.isPostgres,
                isLoopback: isLoopback
            ),
            hall: .here(cost: Hashing.cost)
        )
    }

    private func serve(_ site: Site, as node: NodeLease?) async throws {
        try await requireServable(site.bank)
        let shown = host.contains(":") ? "[\(host)]" : host
        let address = url
        let server = site.server(host: host, port: port) { port in
            Out.say("Commonhour is at \(address ?? "http://\(shown):\(port)")/")
            Out.flush()
        }
        let logger = Logger(label: "services") { _ in LibraryLog(site.log, clock: Clock.now) }
        // Stopped in the reverse order: the HTTP server first.
        var configuration = ServiceGroupConfiguration(
            services: ([Flushing(site.log)] + (try beside(site, node, logger)) + [server]).map {
                // Named by type; by default the name would be the whole value, written out.
                .init(service: $0, serviceName: "\(type(of: $0))")
            },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(6)
        configuration.maximumCancellationDuration = .seconds(2)
        try await ServiceGroup(configuration: configuration).run()
    }

    /// The services beside the HTTP server: work on the books, the socket for commands (SQLite),
    /// and the exchange of request counts between servers (PostgreSQL).
    private func beside(
        _ site: Site,
        _ node: NodeLease?,
        _ logger: Logger
    ) throws -> [any Service] {
        let trouble: @Sendable (String, any Error) -> Void = { what, error in
            logger.error("\(what): \(error)")
        }
        try store.makeFolder()
        let loop = try BackgroundLoop(site.bank, as: node, beside: store.path, trouble: trouble)
        // For a PostgreSQL database commands connect to it themselves.
        if store.isPostgres { return [loop, RateSharing(site, trouble: trouble)] }
        return [loop, HandoverListener(site.bank, beside: store.path, trouble: trouble)]
    }
}
