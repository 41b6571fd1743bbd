internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// Handles each connection on the event loop that reads and writes its socket.
///
/// Handling a request is short work between waiting for the socket and waiting for the store. On
/// Swift's shared thread pool, a request would change threads four times. Connections of slow
/// clients are closed (``SlowClientHandler``).
struct EventLoopChannel: ServerChildChannel {
    private let connection: HTTP1Channel

    /// Wraps a channel, which handles the HTTP protocol.
    init(_ connection: HTTP1Channel) { self.connection = connection }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        let pipeline = channel.pipeline
        return channel.eventLoop.makeCompletedFuture {
            try pipeline.syncOperations.addHandler(SlowClientHandler())
        }.flatMap {
            connection.setup(channel: channel, logger: logger)
        }.flatMapThrowing { value in
            let line = pipeline.syncOperations
            let decoder = try line.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let watch = try line.handler(type: SlowClientHandler.self)
            try line.addHandler(HTTPMessageObserver(watch), position: .after(decoder))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        let loop = LoopExecutor(value.channel.eventLoop)
        await withTaskExecutorPreference(loop) {
            await connection.handle(value: value, logger: logger)
        }
    }
}

/// A task executor that runs tasks on an event loop.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
