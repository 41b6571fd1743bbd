internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
package import ServiceLifecycle
package import Timebank

/// The pages and the API of one bank, with everything that handling a request needs.
///
/// It is a class, so that passing it on costs one reference count and not one for each field.
package final class Site: Sendable {
    package let bank: Bank
    package let settings: Settings
    package let log: Log
    package let pages: Pages
    /// The parts of the scheme whose pages and calls it serves.
    let parts: [WebPart]
    /// The navigation's entries of all parts.
    let destinations: [Destination]
    /// The sign-in service, with the single queue in which passwords are hashed.
    let entrance: SignIn
    let meter = Meter()
    let buckets: TokenBuckets
    /// Generates the ids of requests and the keys of forms.
    let requests = IDSource(after: 0)

    /// Creates the site of a bank.
    ///
    /// - Throws: ``TemplateError`` if a template is not valid; a test shows that all are.
    package init(
        bank: Bank,
        parts: [WebPart] = WebPart.standard,
        settings: Settings = Settings(),
        log: Log = Log(),
        hall: PasswordHashQueue = .here()
    ) throws {
        pages = try Pages(templates: parts.templates, scheme: bank.scheme)
        entrance = SignIn(bank, hall: hall, isLimited: settings.limitsRates)
        buckets = TokenBuckets(isShared: settings.sharesRates)
        self.bank = bank
        self.parts = parts
        destinations = parts.destinations
        self.settings = settings
        self.log = log
    }

    /// The router with all routes, and the middleware that every request passes through.
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

    /// The HTTP server as a service; `listening` is called with the port once it listens.
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
                EventLoopChannel(
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

extension PasswordHashQueue {
    /// A queue for password hashing that leaves one of this machine's cores free.
    package static func here(cost: PasswordCost = .standard) -> PasswordHashQueue {
        PasswordHashQueue(cores: System.coreCount, cost: cost)
    }
}
