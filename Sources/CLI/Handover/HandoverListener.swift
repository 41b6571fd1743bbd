internal import Glibc
internal import ServiceLifecycle
internal import Store
internal import Synchronization
internal import Timebank

/// Takes in changes that commands hand over, while this process serves the store.
///
/// A thread of its own waits for them, since a socket's calls wait; the changes themselves are done
/// like everybody's, by the bank.
struct HandoverListener: Service {
    private let bank: Bank
    private let socket: HandoverSocket
    private let trouble: @Sendable (String, any Error) -> Void

    /// A listener beside a store that this process has alone.
    ///
    /// `trouble`: is told why it cannot listen, where it cannot.
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
            // People are served all the same; only commands have to wait until the server stops.
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

/// Somebody who has said what they want, and waits.
private final class Caller: Sendable {
    let line: [UInt8]
    private let descriptor: Int32

    init(_ line: [UInt8], on descriptor: Int32) {
        self.line = line
        self.descriptor = descriptor
    }

    /// One who is never answered is hung up on.
    deinit { _ = close(descriptor) }

    func answer(_ reply: [UInt8]) { _ = HandoverSocket.send(reply, on: descriptor) }
}

/// Waits for callers, and listens to one after another.
private final class Ear: Sendable {
    private let descriptor: Int32
    private let door: AsyncStream<Caller>.Continuation
    private let isClosed = Atomic<Bool>(false)

    /// A caller has its line ready when it calls, so it is not waited for long.
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

    /// Wakes the thread that waits, which then ends.
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
