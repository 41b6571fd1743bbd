internal import Hummingbird
internal import NIOCore

/// What travels with a request from the outermost middleware to its handler.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection; nobody in a test without one.
    ///
    /// It takes a lock to find out, so it is asked only where it counts.
    var peer: SocketAddress? { channel.remoteAddress }
    private let channel: any Channel
    /// The request's id, in the log, in `X-Request-Id` and in problems.
    var requestID = ""

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The address that answered, with names in place of what stood there.
    var route: String { endpointPath ?? "" }
}

/// What a middleware passes a request on to.
typealias Next = @concurrent (Request, SiteContext) async throws -> Response
