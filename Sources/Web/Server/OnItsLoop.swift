internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// A connection that is answered on the thread which reads and writes its socket.
///
/// A request is short work between two waits, for the socket and for the store. On the threads that
/// tasks share it would change threads four times on its way.
struct OnItsLoop: ServerChildChannel {
    private let connection: HTTP1Channel

    /// Connections as `connection` has them.
    init(_ connection: HTTP1Channel) { self.connection = connection }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        connection.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        let loop = LoopExecutor(value.channel.eventLoop)
        await withTaskExecutorPreference(loop) {
            await connection.handle(value: value, logger: logger)
        }
    }
}

/// Runs tasks on an event loop.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
