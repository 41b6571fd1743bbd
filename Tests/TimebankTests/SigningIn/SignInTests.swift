internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct SignInTests {
    let password = "five warm loaves"

    @Test(arguments: Backend.available)
    func `somebody signs in by e-mail or by number, and the token opens who they are`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let member = try await town.settle("Cy Evans", email: "Cy@Example.org")
            for login in ["cy@example.ORG ", member.number.lowercased(), member.number] {
                let signedIn = try await town.signIn(
                    login: login,
                    password: password,
                    address: .home,
                    purpose: .api
                )
                #expect(signedIn.expires == TestClock.start + .seconds(30 * 86_400))
                let me = try await town.bank.ask(MeQuery(), as: signedIn.token.credential)
                #expect(me.memberships.map(\.member) == [member.id])
            }
        }
    }

    @Test(arguments: Backend.available)
    func `an unknown login, a wrong password and a member without one are answered alike`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.settle("Cy Evans", email: "cy@example.org")
            for (login, password) in [
                ("cy@example.org", "wrong"), ("nobody@example.org", password), ("ZZ-1", password),
                (town.ada.number, ""), ("", ""), ("a\u{0}b@c.d", password), ("*", "*"),
                (String(repeating: "x", count: 5_000), String(repeating: "y", count: 5_000)),
            ] {
                await #expect(throws: SigningInRefusal.wrongSignIn) {
                    try await town.signIn(
                        login: login,
                        password: password,
                        address: .home,
                        purpose: .api
                    )
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a number that two networks gave needs the network`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, database in
            let one = try await Town.found(bank, database, model: .credits)
            let two = try await Town.found(bank, database, model: .credits, slug: "ely")
            let member = try await one.settle("Cy Evans")
            let other = try await two.settle("Di Evans", password: "a lamp on the hill")
            #expect(member.number == other.number)
            await #expect(throws: SigningInRefusal.wrongSignIn) {
                try await one.signIn(
                    login: member.number,
                    password: password,
                    address: .home,
                    purpose: .api
                )
            }
            for network in ["wisbech", "Wisbech"] {
                _ = try await one.signIn(
                    login: member.number,
                    password: password,
                    network: network,
                    address: .home,
                    purpose: .api
                )
            }
            for network in ["ely", "nowhere"] {
                await #expect(throws: SigningInRefusal.wrongSignIn) {
                    try await one.signIn(
                        login: member.number,
                        password: password,
                        network: network,
                        address: .home,
                        purpose: .api
                    )
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a sign-in ends when it is ended, and when its time is over`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            let member = try await town.settle("Cy Evans")
            func enter(_ purpose: TokenPurpose) async throws -> SignedIn {
                try await town.signIn(
                    login: member.number,
                    password: password,
                    address: .home,
                    purpose: purpose
                )
            }
            let (page, api) = (try await enter(.page), try await enter(.api))
            try await town.signIn.signOut(page.token)
            await #expect(throws: AccessRefusal.notSignedIn) {
                try await town.bank.ask(MeQuery(), as: page.token.credential)
            }
            clock.advance(.seconds(30 * 86_400 - 1))
            _ = try await town.bank.ask(MeQuery(), as: api.token.credential)
            clock.advance(.seconds(1))
            await #expect(throws: AccessRefusal.notSignedIn) {
                try await town.bank.ask(MeQuery(), as: api.token.credential)
            }
            try await Maintenance(town.bank).forget()
            let left = try await town.database.read { tx in
                try tx.first("SELECT COUNT(*) FROM token", as: { $0.integer(0) })
            }
            #expect(left == Int64(town.tokens.count))
        }
    }

    @Test(arguments: Backend.available)
    func `a new password ends every other sign-in, and needs the old one`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let member = try await town.settle("Cy Evans")
            func enter(_ password: String) async throws -> TokenText {
                try await town.signIn(
                    login: member.number,
                    password: password,
                    address: .home,
                    purpose: .page
                ).token
            }
            let (mine, other) = (try await enter(password), try await enter(password))
            let fresh = "a lamp on the hill"
            func change(from old: String, to new: String) async throws {
                try await town.signIn.changePassword(
                    from: old,
                    to: new,
                    as: mine.credential,
                    address: .home
                )
            }
            await #expect(throws: SigningInRefusal.wrongSignIn) {
                try await change(from: "?", to: fresh)
            }
            await #expect(throws: SigningInRefusal.weakPassword) {
                try await change(from: password, to: "short")
            }
            try await change(from: password, to: fresh)
            _ = try await town.bank.ask(MeQuery(), as: mine.credential)
            await #expect(throws: AccessRefusal.notSignedIn) {
                try await town.bank.ask(MeQuery(), as: other.credential)
            }
            await #expect(throws: SigningInRefusal.wrongSignIn) { try await enter(password) }
            _ = try await enter(fresh)
        }
    }

    @Test(arguments: Backend.available)
    func `a password hashed at another cost is hashed anew when its owner signs in`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let member = try await town.settle("Cy Evans")
            let dearer = SignIn(
                town.bank,
                hall: PasswordHashQueue(
                    cores: 2,
                    cost: PasswordCost(logRounds: 3, blockSize: 1, lanes: 1)
                )
            )
            for _ in 0..<2 {
                _ = try await dearer(
                    login: member.number,
                    password: password,
                    address: .home,
                    purpose: .api
                )
                let kept = try await town.database.read { tx in
                    try tx.first(
                        "SELECT password FROM person WHERE password IS NOT NULL",
                        as: { $0.text(0) }
                    )
                }
                #expect(kept?.hasPrefix("scrypt$3$1$1$") == true)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `neither a token nor a password stands in the store`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let member = try await town.settle("Cy Evans")
            let signedIn = try await town.signIn(
                login: member.number,
                password: password,
                address: .home,
                purpose: .api
            )
            let found = try await town.database.read { tx in
                try tx.all("SELECT digest FROM token", as: { $0.bytes(0) })
            }
            #expect(found.contains(signedIn.token.digest))
            #expect(!found.contains(Array(signedIn.token.revealed.utf8)))
            #expect("\(signedIn.token) \(String(reflecting: signedIn.token))".contains("a token"))
        }
    }

    @Test(arguments: Backend.available)
    func `whoever runs the server gets tokens for many members at once, and nobody else`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for role in Town.Role.allCases where role != .operator {
                await #expect {
                    try await town.perform(IssueTokens(count: 5), as: role)
                } throws: {
                    isRefusal($0)
                }
            }
            let third = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let issued = try await town.perform(IssueTokens(count: 5), as: .operator)
            #expect(issued.items.map(\.member.id) == [town.ada.id, town.bo.id, third.id])
            let me = try await town.bank.ask(MeQuery(), as: issued.items[2].token.credential)
            #expect(me.memberships.map(\.member) == [third.id])
            let rest = try await town.perform(
                IssueTokens(count: 5, after: town.bo.id),
                as: .operator
            )
            #expect(rest.items.map(\.member.id) == [third.id])
        }
    }
}
