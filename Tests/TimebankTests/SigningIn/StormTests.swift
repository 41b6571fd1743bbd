internal import Ledger
internal import Store
internal import Support
internal import Synchronization
internal import Testing
@testable internal import Timebank

/// Signing in while strangers try passwords from everywhere.
@Suite struct StormTests {
    private static let password = "five warm loaves"

    @Test(arguments: Backend.available)
    func `a storm from two hundred addresses keeps out nobody who is known where they are`(
        on backend: Backend
    ) async throws {
        try await Self.during(on: backend) { town, signIn in
            for _ in 0..<30 {
                _ = try await signIn(
                    login: "cy@example.org",
                    password: Self.password,
                    address: .home,
                    purpose: .page
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `in a storm people who hold a code or are signed in choose a password`(
        on backend: Backend
    ) async throws {
        try await Self.during(on: backend) { town, signIn in
            for number in 1...4 {
                let member = try await town.perform(
                    AddMember(name: "Di \(number)"),
                    as: .coordinator
                )
                let handed = try await town.perform(
                    HandOverCode(member: .id(member.id)),
                    as: .coordinator
                )
                let signedIn = try await signIn.useCode(
                    handed.code.revealed,
                    password: Self.password,
                    address: .elsewhere,
                    purpose: .page
                )
                try await signIn.changePassword(
                    from: Self.password,
                    to: "a lamp on the hill",
                    as: signedIn.token.credential,
                    address: ClientAddress("203.0.113.\(number)")
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `in a storm somebody new comes in by asking again, before those who tried before`(
        on backend: Backend
    ) async throws {
        try await Self.during(on: backend) { town, signIn in
            for number in 1...10 {
                let login = number == 1 ? "cy@example.org" : "nobody-\(number)@example.org"
                while true {
                    do {
                        _ = try await signIn(
                            login: login,
                            password: Self.password,
                            address: .elsewhere,
                            purpose: .page
                        )
                        break
                    } catch StoreError.busy { await Task.yield() } catch SigningInRefusal
                        .wrongSignIn
                    {
                        break
                    }
                }
            }
        }
    }

    /// Does something while each of 200 addresses tries one password after another.
    private static func during(
        on backend: Backend,
        _ body: (Town, SignIn) async throws -> Void
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            let signIn = SignIn(town.bank, hall: PasswordHashQueue(cores: 2, cost: .cheap))
            let storm = Storm()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask { try await storm.blow(signIn, from: number) }
                }
                defer { storm.end() }
                while storm.busy < 200 { await Task.yield() }
                try await body(town, signIn)
                storm.end()
                try await group.waitForAll()
            }
            #expect(signIn.hall.inside == 0)
        }
    }
}

/// Addresses that try passwords for logins that name nobody, until it is over.
private final class Storm: Sendable {
    private let state = Mutex((isOver: false, busy: 0))
    /// How many tries were told to come again.
    var busy: Int { state.withLock { $0.busy } }
    func end() { state.withLock { $0.isOver = true } }

    func blow(_ signIn: SignIn, from number: Int) async throws {
        var tries = 0
        while !state.withLock({ $0.isOver }) {
            tries += 1
            do {
                _ = try await signIn(
                    login: "\(number)-\(tries)@example.org",
                    password: "a guess",
                    address: ClientAddress("198.18.0.\(number)"),
                    purpose: .page
                )
            } catch StoreError.busy {
                state.withLock { $0.busy += 1 }
                try await Task.sleep(for: .milliseconds(200))
            } catch is any Refusal {}
        }
    }
}
