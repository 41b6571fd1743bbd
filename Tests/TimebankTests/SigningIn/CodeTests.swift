internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct CodeTests {
    let password = "five warm loaves"

    private func use(
        _ code: String,
        in town: Town,
        password: String? = nil,
        login: String? = nil
    ) async throws -> Me {
        let signedIn = try await town.signIn.useCode(
            code,
            password: password ?? self.password,
            login: login,
            address: .home,
            purpose: .page
        )
        return try await town.bank.ask(MeQuery(), as: signedIn.token.credential)
    }

    private func handOver(
        _ member: Member,
        in town: Town,
        as role: Town.Role = .coordinator
    ) async throws -> String {
        try await town.perform(HandOverCode(member: .id(member.id)), as: role).code.revealed
    }

    @Test(arguments: Backend.available)
    func `a code makes a paper member somebody who signs in, once`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let code = try await handOver(cy, in: town)
            let me = try await use(code.lowercased(), in: town, login: cy.number)
            #expect(me.memberships.map(\.number) == [cy.number])
            #expect(me.person.name == "Cy Evans")
            await #expect(throws: SigningInRefusal.codeInvalid) { try await use(code, in: town) }
        }
    }

    @Test(arguments: Backend.available)
    func `a code is good for a fortnight, and an older one for nothing`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let first = try await handOver(cy, in: town)
            let second = try await handOver(cy, in: town)
            await #expect(throws: SigningInRefusal.codeInvalid) { try await use(first, in: town) }
            clock.advance(SetUpCode.lasts)
            await #expect(throws: SigningInRefusal.codeInvalid) { try await use(second, in: town) }
            _ = try await use(try await handOver(cy, in: town), in: town)
        }
    }

    @Test(arguments: Backend.available)
    func `wrong codes close the set-up to nobody beside whom they are typed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let handed = try await town.perform(
                HandOverCode(member: .id(town.ada.id)),
                as: .coordinator
            )
            func use(_ code: String) async throws {
                _ = try await town.signIn.useCode(
                    code,
                    password: "seven quiet herons",
                    address: .elsewhere,
                    purpose: .page
                )
            }
            for number in 0..<200 {
                await #expect(throws: SigningInRefusal.codeInvalid) {
                    try await use(number % 2 == 0 ? "ABCD" : String(repeating: "7K2M", count: 6))
                }
            }
            try await use(handed.code.revealed)
        }
    }

    @Test(arguments: Backend.available)
    func `a weak password or a wrong login leaves the code good`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(
                AddMember(name: "Cy Evans", email: "cy@example.org"),
                as: .coordinator
            )
            let code = try await handOver(cy, in: town)
            await #expect(throws: SigningInRefusal.weakPassword) {
                try await use(code, in: town, password: "password")
            }
            for login in ["di@example.org", town.ada.number, "*"] {
                await #expect(throws: FieldRefusal.invalid(field: "login", .unknown)) {
                    try await use(code, in: town, login: login)
                }
            }
            let me = try await use(code, in: town, login: "CY@example.org")
            #expect(me.person.login == "cy@example.org")
        }
    }

    @Test(arguments: Backend.available)
    func `a reset ends every sign-in and the old password`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.settle("Cy Evans")
            let old = try await town.signIn(
                login: cy.number,
                password: password,
                address: .home,
                purpose: .api
            )
            _ = try await use(
                try await handOver(cy, in: town),
                in: town,
                password: "a lamp on the hill"
            )
            await #expect(throws: AccessRefusal.notSignedIn) {
                try await town.bank.ask(MeQuery(), as: old.token.credential)
            }
            await #expect(throws: SigningInRefusal.wrongSignIn) {
                try await town.signIn(
                    login: cy.number,
                    password: password,
                    address: .home,
                    purpose: .api
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `somebody who signs in gets a code from a coordinator who outranks them, or an operator`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.settle("Cy Evans")
            let id = try #require(
                try await town.database.read { try $0.member(cy.id, in: town.network.id)?.person }
            )
            func give(_ sql: SQLText) async throws {
                try await town.database.write { tx in
                    try tx.run(sql, id, town.network.id, town.school.id)
                }
            }
            await #expect(throws: AccessRefusal.needsCoordinator) {
                try await handOver(cy, in: town, as: .lead)
            }
            try await give(
                """
                INSERT INTO staff (organisation, person, network, role, since)
                VALUES ($3, $1, $2, 'lead', 0)
                """
            )
            await #expect(throws: AccessRefusal.needsCoordinator) {
                try await handOver(cy, in: town, as: .lead)
            }
            _ = try await handOver(cy, in: town)
            try await give(
                """
                INSERT INTO office (network, person, role, since)
                VALUES ($2, $1, 'coordinator', 0)
                """
            )
            await #expect(throws: AccessRefusal.outranked) { try await handOver(cy, in: town) }
            _ = try await handOver(cy, in: town, as: .operator)
            try await give("INSERT INTO operator (person, since) VALUES ($1, 0)")
            await #expect(throws: AccessRefusal.outranked) {
                try await handOver(cy, in: town, as: .operator)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `who belongs elsewhere too gets a code only from an operator`(
        on backend: Backend
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let one = try await Town.found(bank, database, model: .credits)
            let two = try await Town.found(bank, database, model: .credits, slug: "ely")
            let cy = try await one.settle("Cy Evans", email: "cy@example.org")
            let twin = try await two.perform(
                AddMember(name: "Cy Evans", email: "cy@example.org"),
                as: .coordinator
            )
            _ = try await handOver(cy, in: one)
            let invitation = try await handOver(twin, in: two)
            // Writing down a known address joins nobody, and a new account cannot take it.
            await #expect(throws: SigningInRefusal.loginTaken) {
                try await use(invitation, in: two, login: "cy@example.org")
            }
            let token = try await one.signIn(
                login: "cy@example.org",
                password: password,
                address: .home,
                purpose: .page
            ).token
            _ = try await bank.perform(JoinWithCode(code: invitation), as: token.credential)
            let me = try await bank.ask(MeQuery(), as: token.credential)
            #expect(me.memberships.map(\.network.description) == ["ely", "wisbech"])
            for (member, town) in [(cy, one), (twin, two)] {
                await #expect(throws: AccessRefusal.outranked) {
                    try await handOver(member, in: town)
                }
            }
            _ = try await handOver(cy, in: one, as: .operator)
        }
    }

    @Test(arguments: Backend.available)
    func `a code for somebody who signs in already is no way to join as them`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.settle("Cy Evans")
            let code = try await handOver(cy, in: town)
            await #expect(throws: SigningInRefusal.codeInvalid) {
                try await town.perform(JoinWithCode(code: code), as: .stranger)
            }
            let di = try await town.perform(AddMember(name: "Di Evans"), as: .coordinator)
            let second = try await handOver(di, in: town)
            await #expect(throws: FieldRefusal.invalid(field: "code", .taken)) {
                try await town.perform(JoinWithCode(code: second), as: .ada)
            }
            try await town.perform(JoinWithCode(code: second), as: .stranger)
        }
    }

    @Test(arguments: Backend.available)
    func `only the command line makes an operator`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let asked = MakeOperator(login: "ops@example.org", title: "Olive")
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.perform(asked, as: .operator)
            }
            let handed = try await town.bank.perform(asked, as: .console).outcome
            let me = try await use(handed.code.revealed, in: town)
            #expect(me.isOperator)
            #expect(me.person.login == "ops@example.org")
        }
    }
}
