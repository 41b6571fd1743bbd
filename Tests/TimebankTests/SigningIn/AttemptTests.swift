internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

/// How often somebody may try.
@Suite struct AttemptTests {
    let password = "five warm loaves"

    @Test(arguments: Backend.available)
    func `ten wrong tries from one place shut that place out and no other`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            let signIn = town.signIn
            func attempt(_ password: String, _ address: ClientAddress) async throws {
                _ = try await signIn(
                    login: "cy@example.org",
                    password: password,
                    address: address,
                    purpose: .page
                )
            }
            for _ in 0..<10 {
                await #expect(throws: SigningInRefusal.wrongSignIn) {
                    try await attempt("?", .elsewhere)
                }
            }
            let until = clock.now + .seconds(900)
            await #expect(throws: SigningInRefusal.lockedOut(until: until)) {
                try await attempt(password, .elsewhere)
            }
            try await attempt(password, .home)
            clock.advance(.seconds(901))
            try await attempt(password, .elsewhere)
        }
    }

    @Test(arguments: Backend.available)
    func `the tries of all logins of one person count together, and nobody is told so`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let member = try await town.settle("Cy Evans", email: "cy@example.org")
            let signIn = town.signIn
            func answers(_ logins: [(String, String?)], at address: ClientAddress) async -> [String]
            {
                var said: [String] = []
                for turn in 0..<36 {
                    let (login, network) = logins[turn % logins.count]
                    do {
                        _ = try await signIn(
                            login: login,
                            password: turn < 12 ? "a guess" : password,
                            network: network,
                            address: address,
                            purpose: .page
                        )
                        said.append("in")
                    } catch { said.append((error as? any Refusal)?.code ?? "\(error)") }
                }
                return said
            }
            let theirs = await answers(
                [("cy@example.org", nil), (member.number, nil), (member.number, "wisbech")],
                at: .elsewhere
            )
            let nobodys = await answers(
                [("di@example.org", nil), ("9009-0", nil), ("9009-0", "wisbech")],
                at: ClientAddress("198.51.100.10")
            )
            #expect(theirs == nobodys)
            #expect(theirs.prefix(30).allSatisfy { $0 == "wrong-sign-in" })
            #expect(theirs.suffix(6).allSatisfy { $0 == "locked-out" })
            _ = try await signIn(
                login: member.number,
                password: password,
                address: .home,
                purpose: .page
            )
        }
    }

    @Test(arguments: Backend.available)
    func `whoever has set up a password is known where they did`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            for guess in 0..<100 {
                _ = try? await town.signIn(
                    login: "guess-\(guess)@example.org",
                    password: password,
                    address: .home,
                    purpose: .page
                )
            }
            _ = try await town.signIn(
                login: "cy@example.org",
                password: password,
                address: .home,
                purpose: .page
            )
        }
    }

    @Test(arguments: Backend.available)
    func `a place that guesses at many people is told to wait, but not those known there`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            try await town.settle("Di Evans", email: "di@example.org")
            let signIn = town.signIn
            func attempt(_ login: String) async throws {
                _ = try await signIn(
                    login: login,
                    password: password,
                    address: .elsewhere,
                    purpose: .page
                )
            }
            try await attempt("cy@example.org")
            for guess in 0..<100 { try? await attempt("guess-\(guess)@example.org") }
            await #expect(throws: RequestRefusal.tooManyRequests(seconds: 900)) {
                try await attempt("di@example.org")
            }
            try await attempt("cy@example.org")
        }
    }

    @Test(arguments: Backend.available)
    func `many guesses from everywhere never lock anybody out`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            let signIn = town.signIn
            for place in 0..<200 {
                _ = try? await signIn(
                    login: "cy@example.org",
                    password: "guess",
                    address: ClientAddress("203.0.113.\(place)"),
                    purpose: .page
                )
            }
            _ = try await signIn(
                login: "cy@example.org",
                password: password,
                address: .home,
                purpose: .page
            )
            _ = try await signIn(
                login: "cy@example.org",
                password: password,
                address: .elsewhere,
                purpose: .page
            )
        }
    }

    @Test(arguments: Backend.available)
    func `tries at once count like tries one after another`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            let signIn = town.signIn
            let refusals = await withTaskGroup(of: (any Refusal)?.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        do {
                            _ = try await signIn(
                                login: "cy@example.org",
                                password: "?",
                                address: .elsewhere,
                                purpose: .page
                            )
                            return nil
                        } catch { return error as? any Refusal }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.filter { $0 as? SigningInRefusal == .wrongSignIn }.count == 10)
            #expect(refusals.filter { $0?.code == "locked-out" }.count == 20)
        }
    }
}
