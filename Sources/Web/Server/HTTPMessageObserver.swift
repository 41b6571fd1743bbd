internal import NIOCore
internal import NIOHTTP1

/// Tells ``SlowClientHandler`` where requests and responses begin and end on a connection.
///
/// It also detects a missing or repeated `Host` header, which later handlers cannot see any more,
/// and replaces it by an empty one.
final class HTTPMessageObserver: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let watch: SlowClientHandler

    init(_ watch: SlowClientHandler) { self.watch = watch }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            watch.head()
            if Self.saysHost(head) {
                context.fireChannelRead(data)
            } else {
                context.fireChannelRead(wrapInboundOut(.head(Self.withoutHost(head))))
            }
        case .body: context.fireChannelRead(data)
        case .end:
            watch.end()
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: watch.answer()
        case .body: break
        case .end: watch.answered()
        }
        context.write(data, promise: promise)
    }

    private static func isHost(_ name: String) -> Bool {
        name.utf8.count == 4 && name.lowercased() == "host"
    }

    /// Whether there is exactly one `Host` header, or none in HTTP/1.0.
    private static func saysHost(_ head: HTTPRequestHead) -> Bool {
        let count = head.headers.count { isHost($0.name) }
        return count == 1 || count == 0 && head.version == .http1_0
    }

    /// The request head with an empty host, which ``HostCheck`` refuses.
    private static func withoutHost(_ head: HTTPRequestHead) -> HTTPRequestHead {
        var head = head
        head.headers.replaceOrAdd(name: "Host", value: "")
        return head
    }
}
