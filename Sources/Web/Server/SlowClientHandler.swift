internal import NIOCore

/// Closes connections whose client sends a request or reads a response too slowly.
///
/// It is next to the socket in the pipeline and sees bytes; ``HTTPMessageObserver`` tells it where
/// requests and responses begin and end, and ``ConnectionDeadlines`` holds the deadlines. There is
/// one timer for each connection. It is not restarted for each request: when it fires, it checks
/// the deadlines and is set again for the next one.
final class SlowClientHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var times = ConnectionDeadlines()
    private var timer: Scheduled<Void>?
    private var context: ChannelHandlerContext?

    private static let sentence = "The request took too long to arrive. Send it again.\n"
    private static let tooSlow = """
        HTTP/1.1 408 Request Timeout\r
        Connection: close\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Length: \(sentence.utf8.count)\r
        \r
        \(sentence)
        """

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { open(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        times.bytes(context.eventLoop.now)
        watch(context)
        context.fireChannelRead(data)
    }

    /// Called when the head of a request was received.
    func head() { times.head() }

    /// Called when the end of a request was received.
    func end() { times.end() }

    /// Called when a response begins.
    func answer() {
        guard let context else { return }
        times.answer(context.eventLoop.now)
        watch(context)
    }

    /// Called when a response was written completely.
    func answered() { times.answered() }

    private func open(_ context: ChannelHandlerContext) {
        times.open(context.eventLoop.now)
        watch(context)
    }

    private func stop() {
        timer?.cancel()
        timer = nil
        context = nil
    }

    private func watch(_ context: ChannelHandlerContext) {
        if timer == nil { set(in: ConnectionDeadlines.requestMost, context) }
    }

    private func set(in time: TimeAmount, _ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { self.look() }
    }

    private func look() {
        timer = nil
        guard let context else { return }
        let left = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
        let now = context.eventLoop.now
        switch times.look(now, isTaken: left ?? 0 == 0) {
        case .rest: break
        case .wait(let moment): set(in: moment - now, context)
        case .close: context.close(promise: nil)
        case .sayAndClose:
            let said = context.channel.allocator.buffer(string: Self.tooSlow)
            context.writeAndFlush(wrapOutboundOut(said), promise: nil)
            context.close(promise: nil)
        }
    }
}
