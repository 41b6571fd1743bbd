internal import NIOCore

/// Hangs up on whoever sends a request or takes an answer too slowly (``LineTimes``).
///
/// It stands next to the socket and sees bytes; ``LineParts`` tells it where a request and an
/// answer begin and end. There is one timer for a connection, and it is not set anew for each
/// request: when it goes off, it looks whether anything is late, and sleeps on until something
/// could be.
final class LineWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var times = LineTimes()
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

    /// The head of a request came.
    func head() { times.head() }

    /// The end of a request came.
    func end() { times.end() }

    /// An answer begins.
    func answer() {
        guard let context else { return }
        times.answer(context.eventLoop.now)
        watch(context)
    }

    /// An answer is written.
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
        if timer == nil { set(in: LineTimes.requestMost, context) }
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
