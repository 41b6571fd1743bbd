internal import Glibc
internal import Store
internal import Support
internal import Synchronization
internal import Testing
@testable internal import Timebank

@Suite struct PasswordHallTests {
    @Test func `no more are hashed at once than there are cores to spare`() async throws {
        let hall = PasswordHall(cores: 3, queue: 100)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask { try await hall.enter { try await hall.work(.usual, tally.count) } }
            }
            try await group.waitForAll()
        }
        #expect(tally.most == 2)
        #expect(hall.inside == 0)
    }

    @Test func `one core is one desk`() async throws {
        let hall = PasswordHall(cores: 1)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { try await hall.work(.usual, tally.count) } }
            try await group.waitForAll()
        }
        #expect(tally.most == 1)
    }

    @Test func `a full hall says busy at once, and lets in again afterwards`() async throws {
        let hall = PasswordHall(cores: 1, queue: 1)
        try await hall.enter {
            try await hall.enter {
                _ = await #expect(throws: StoreError.self) { try await hall.enter {} }
            }
        }
        try await hall.enter {}
    }

    @Test func `whoever waits in the later line lets the others pass`() async throws {
        let hall = PasswordHall(cores: 1)
        let door = Door()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await hall.work(.usual) { while !door.isOpen { usleep(100) } } }
            for (index, name) in ["later", "usual"].enumerated() {
                group.addTask {
                    try await hall.work(name == "later" ? .later : .usual) { door.pass(name) }
                }
                while hall.waiting <= index { await Task.yield() }
            }
            door.open()
            try await group.waitForAll()
        }
        #expect(door.passed == ["usual", "later"])
    }
}

/// Keeps those inside waiting until it is opened, and notes who passes.
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

    @Sendable func count() {
        state.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
        usleep(2_000)
        state.withLock { $0.now -= 1 }
    }
}
