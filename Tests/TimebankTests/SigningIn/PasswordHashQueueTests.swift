internal import Glibc
internal import Store
internal import Support
internal import Synchronization
internal import Testing
@testable internal import Timebank

@Suite struct PasswordHashQueueTests {
    @Test(arguments: [(3, 2), (1, 1)])
    func `no more are served at once than there are cores to spare`(
        cores: Int,
        desks: Int
    ) async throws {
        let hall = PasswordHashQueue(cores: cores, queue: 100)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                let guest = Self.guest(number % 2 == 0 ? .known : .strangers, at: number)
                group.addTask { try await hall.turn(of: guest, tally.count) }
            }
            try await group.waitForAll()
        }
        #expect(tally.most == desks)
        #expect(hall.inside == 0)
    }

    @Test func `a full line says busy at once, and lets in again afterwards`() async throws {
        let hall = PasswordHashQueue(cores: 1, queue: 2)
        let order = try await Self.order(in: hall) { queue in
            await queue.add(.strangers, "one", at: 1)
            await queue.refuse(.strangers, "two", at: 2)
            await queue.add(.known, "home", at: 3)
        }
        #expect(order == ["home", "one"])
        try await hall.turn(of: Self.guest(.strangers, at: 2)) {}
    }

    @Test func `two hundred strangers keep nobody who is known waiting for more than one`()
        async throws
    {
        let hall = PasswordHashQueue(cores: 2)
        let order = try await Self.order(in: hall) { queue in
            for address in 0..<32 { await queue.add(.strangers, "a stranger", at: address) }
            for address in 32..<200 { await queue.refuse(.strangers, "", at: address) }
            for number in 0..<30 { await queue.add(.known, "home", at: 1_000 + number) }
            await queue.refuse(.strangers, "", at: 201)
        }
        // Only the stranger who was being served when they came went before them.
        #expect(order.prefix(30).allSatisfy { $0 == "home" })
        #expect(order.count == 62)
    }

    @Test func `addresses take turns, and who has tried less goes first`() async throws {
        let order = try await Self.order(in: PasswordHashQueue(cores: 1)) { queue in
            for number in 1...3 { await queue.add(.strangers, "storm \(number)", at: 1) }
            await queue.add(.strangers, "tried", at: 2, tries: 2)
            for number in 1...2 { await queue.add(.strangers, "centre \(number)", at: 3) }
        }
        #expect(order == ["storm 1", "centre 1", "storm 2", "centre 2", "storm 3", "tried"])
    }

    @Test func `a full line gives up whoever has tried most`() async throws {
        let order = try await Self.order(in: PasswordHashQueue(cores: 1, queue: 8)) { queue in
            for number in 1...3 { await queue.add(.strangers, "storm \(number)", at: 1) }
            await queue.lose(.strangers, "storm 4", at: 1)
            await queue.add(.strangers, "centre", at: 2)
            await queue.refuse(.strangers, "tried", at: 3, tries: 5)
        }
        #expect(order == ["storm 1", "centre", "storm 2", "storm 3"])
    }

    @Test func `whoever has seen too many go first is told to come again`() async throws {
        let order = try await Self.order(in: PasswordHashQueue(cores: 1, queue: 400)) { queue in
            await queue.lose(.strangers, "stranger", at: 1)
            for number in 0..<65 { await queue.add(.known, "home", at: 100 + number) }
        }
        #expect(order.count == 65)
    }

    private static func guest(
        _ line: PasswordHashQueue.Line,
        at number: Int,
        tries: Int64 = 0
    ) -> PasswordHashQueue.Guest {
        let address = ClientAddress("198.51.\(number / 250).\(number % 250)")
        return PasswordHashQueue.Guest(line: line, address: address, tries: tries)
    }

    /// In which order those who queue while a first one is served have their turns.
    private static func order(
        in hall: PasswordHashQueue,
        _ body: (Queue) async throws -> Void
    ) async throws -> [String] {
        let door = Door()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await hall.turn(of: guest(.strangers, at: 999)) {
                    while !door.isOpen { await Task.yield() }
                }
            }
            while hall.inside == 0 { await Task.yield() }
            try await withThrowingTaskGroup(of: Void.self) { inner in
                let queue = Queue(hall: hall, door: door, guest: guest)
                try await body(queue)
                for task in queue.tasks { inner.addTask { try await task.value } }
                door.open()
                try await inner.waitForAll()
            }
            try await group.waitForAll()
            return door.passed
        }
    }
}

/// Those who queue at a hall whose desk is taken, one after another.
private final class Queue {
    let hall: PasswordHashQueue
    let door: Door
    let guest: (PasswordHashQueue.Line, Int, Int64) -> PasswordHashQueue.Guest
    private(set) var tasks: [Task<Void, any Error>] = []

    init(
        hall: PasswordHashQueue,
        door: Door,
        guest: @escaping (PasswordHashQueue.Line, Int, Int64) -> PasswordHashQueue.Guest
    ) {
        self.hall = hall
        self.door = door
        self.guest = guest
    }

    /// Somebody who will have a turn.
    func add(_ line: PasswordHashQueue.Line, _ name: String, at: Int, tries: Int64 = 0) async {
        let (hall, door, guest) = (hall, door, guest(line, at, tries))
        await join(Task { try await hall.turn(of: guest) { door.pass(name) } })
    }

    /// Somebody who gets in line and is told to come again later.
    func lose(_ line: PasswordHashQueue.Line, _ name: String, at: Int) async {
        let (hall, door, guest) = (hall, door, guest(line, at, 0))
        await join(
            Task {
                _ = await #expect(throws: StoreError.self) {
                    try await hall.turn(of: guest) { door.pass(name) }
                }
            }
        )
    }

    /// Somebody who is told at once to come again.
    func refuse(_ line: PasswordHashQueue.Line, _ name: String, at: Int, tries: Int64 = 0) async {
        let guest = guest(line, at, tries)
        _ = await #expect(throws: StoreError.self) {
            try await hall.turn(of: guest) { door.pass(name) }
        }
    }

    private func join(_ task: Task<Void, any Error>) async {
        let before = hall.arrivals
        tasks.append(task)
        while hall.arrivals <= before { await Task.yield() }
    }
}

/// Keeps the one who is served there until it is opened, and notes who passes.
private final class Door: Sendable {
    private let state = Mutex((isOpen: false, passed: [String]()))
    var isOpen: Bool { state.withLock { $0.isOpen } }
    var passed: [String] { state.withLock { $0.passed } }
    func open() { state.withLock { $0.isOpen = true } }
    func pass(_ name: String) { state.withLock { $0.passed.append(name) } }
}

/// Counts how many are at work at once.
private final class Tally: Sendable {
    private let state = Mutex((now: 0, most: 0))
    var most: Int { state.withLock { $0.most } }

    @Sendable func count() async {
        state.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
        try? await Task.sleep(for: .milliseconds(2))
        state.withLock { $0.now -= 1 }
    }
}
