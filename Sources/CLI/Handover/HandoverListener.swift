internal import Glibc
internal import ServiceLifecycle
internal import Store
internal import Synchronization
internal import Timebank

/// Accepts changes that commands hand over while this process serves the store.
///
/// A thread of its own waits on the socket; the bank carries the changes out like any others.
struct HandoverListener: Service {
    private let bank: Bank
    private let socket: HandoverSocket
    private let trouble: @Sendable (String, any Error) -> Void

    /// A listener for the store that this process serves.
    ///
    /// - trouble: Called when it cannot listen, with the error.
    init(
        _ bank: Bank,
        beside store: String,
        trouble: @escaping @Sendable (String, any Error) -> Void
    ) {
        self.bank = bank
        self.trouble = trouble
        socket = HandoverSocket(beside: store)
    }

    func run() async throws {
        do { try await listen() } catch {
            // The server goes on; without the socket, commands have to wait until it stops.
            trouble("handover", error)
            try await gracefulShutdown()
        }
    }

    private func listen() async throws {
        let descriptor = try socket.listen()
        let own = socket.identity
        let (callers, door) = AsyncStream.makeStream(
            of: Caller.self,
            bufferingPolicy: .bufferingOldest(64)
        )
        let ear = Ear(descriptor: descriptor, door: door)
        guard OwnThread.start({ ear.listen() }) else {
            throw StoreError.unavailable("no thread can be started")
        }
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await caller in callers {
                    group.addTask {
                        caller.answer(await Handover.answer(caller.line, by: bank))
                    }
                }
            }
        } onCancelOrGracefulShutdown: {
            ear.close()
        }
        socket.remove(own)
    }
}

/// A connection whose request was read and not yet answered.
private final class Caller: Sendable {
    let line: [UInt8]
    private let descriptor: Int32

    init(_ line: [UInt8], on descriptor: Int32) {
        self.line = line
        self.descriptor = descriptor
    }

    /// Closed unanswered where the server stops.
    deinit { _ = close(descriptor) }

    func answer(_ reply: [UInt8]) { _ = HandoverSocket.send(reply, on: descriptor) }
}

/// The thread that accepts connections and reads one request from each.
private final class Ear: Sendable {
    private let descriptor: Int32
    private let door: AsyncStream<Caller>.Continuation
    private let isClosed = Atomic<Bool>(false)

    /// How long to wait for a request, in seconds; a command sends it at once.
    private static let patience = 5

    init(descriptor: Int32, door: AsyncStream<Caller>.Continuation) {
        self.descriptor = descriptor
        self.door = door
    }

    func listen() {
        while !isClosed.load(ordering: .acquiring) {
            let caller = accept(descriptor, nil, nil)
            if caller < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                break
            }
            hear(caller)
        }
        door.finish()
        _ = Glibc.close(descriptor)
    }

    /// Wakes the thread, which then ends.
    func close() {
        isClosed.store(true, ordering: .releasing)
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private func hear(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        HandoverSocket.limitWaiting(descriptor, seconds: Self.patience)
        guard HandoverSocket.isOwn(descriptor), let line = HandoverSocket.line(on: descriptor)
        else {
            _ = Glibc.close(descriptor)
            return
        }
        door.yield(Caller(line, on: descriptor))
    }
}
