internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
package import ServiceLifecycle
package import Timebank

/// What the server serves: pages and the API of one bank.
///
/// One object, so that handing it from step to step costs one count and not one for each field.
package final class Site: Sendable {
    package let bank: Bank
    package let settings: Settings
    package let log: Log
    package let pages: Pages
    /// What it serves, part by part.
    let parts: [WebPart]
    /// The way in, with the one hall in which passwords are hashed.
    let entrance: SignIn
    let meter = Meter()
    let buckets: TokenBuckets
    /// Where the ids of requests come from.
    let requests = IDSource(after: 0)

    /// A site for a bank.
    ///
    /// - Throws: ``TemplateError`` for a template that cannot be read, which a test rules out.
    package init(
        bank: Bank,
        parts: [WebPart] = WebPart.standard,
        settings: Settings = Settings(),
        log: Log = Log(),
        hall: PasswordHall = .here()
    ) throws {
        pages = try Pages(templates: parts.templates, scheme: bank.scheme)
        entrance = SignIn(bank, hall: hall, isLimited: settings.limitsRates)
        buckets = TokenBuckets(isShared: settings.sharesRates)
        self.bank = bank
        self.parts = parts
        self.settings = settings
        self.log = log
    }

    /// All addresses, each with what every request passes through on its way.
    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(site: self))
        router.add(middleware: SecurityHeaders(isSecure: settings.isSecure))
        router.add(middleware: Compression())
        router.add(middleware: Errors(site: self))
        if settings.limitsRates { router.add(middleware: RateLimits(site: self)) }
        router.add(middleware: BodyLimit())
        Health(site: self).add(to: router)
        API(site: self).add(to: router)
        PageRoutes(site: self).add(to: router)
        router.refuseOtherMethods()
        return router
    }

    /// The server as a part of the running program, which says when it listens.
    package func server(
        host: String,
        port: Int,
        listening: @escaping @Sendable (Int) -> Void
    ) -> any Service {
        var logger = Logger(label: "http") { [log, bank] _ in
            LibraryLog(log, clock: bank.clock)
        }
        logger.logLevel = .warning
        let application = Application(
            router: router(),
            server: HTTPServerBuilder { responder in
                OnItsLoop(
                    HTTP1Channel(
                        responder: responder,
                        configuration: .init(idleTimeout: .seconds(60))
                    )
                )
            },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                backlog: 1_024
            ),
            onServerRunning: { channel in listening(channel.localAddress?.port ?? port) },
            logger: logger
        )
        return Listening(server: application, host: host, port: port)
    }
}

extension PasswordHall {
    /// A hall in this machine, where a password is so much work.
    package static func here(cost: PasswordCost = .standard) -> PasswordHall {
        PasswordHall(cores: System.coreCount, cost: cost)
    }
}
