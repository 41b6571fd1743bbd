internal import Hummingbird
internal import NIOCore

/// The context of a request, passed through all middleware to its handler.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection; nil in a test without a connection.
    ///
    /// Reading it takes a lock, so it is read only where it is needed.
    var peer: SocketAddress? { channel.remoteAddress }
    private let channel: any Channel
    /// The id of the request, as in the log, in `X-Request-Id` and in problem details.
    var requestID = ""

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The route pattern that matched, with placeholders for the arguments; empty if none matched.
    var route: String { endpointPath ?? "" }
}

/// The rest of the middleware chain, which a middleware calls to continue.
typealias Next = @concurrent (Request, SiteContext) async throws -> Response
