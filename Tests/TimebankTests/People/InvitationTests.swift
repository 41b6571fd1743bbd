internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct InvitationTests {
    @Test(arguments: Backend.available)
    func `importing somebody known invites them, and neither joins nor resets them`(
        on backend: Backend
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let one = try await Town.found(bank, database, model: .credits)
            let cy = try await one.settle("Cy Evans", email: "cy@example.org")
            let network = try await bank.perform(
                CreateNetwork(slug: "ely", title: "Ely"),
                as: .console
            ).outcome
            let village = Village(bank: bank, database: database, network: network)
            let file = "number,name,email\nE-7,Cyril Evans,CY@example.org\n"
            #expect(try await village.bring(file, as: .members).added == 1)
            let invited = try #require(try await member("E-7", in: network, database))
            #expect(invited.person == nil)

            // The old password still opens what it did, and nothing of the new network.
            let token = try await signIn(one, "cy@example.org", "five warm loaves")
            let before = try await bank.ask(MeQuery(), as: token)
            #expect(before.memberships.map(\.member) == [cy.id])
            await #expect(throws: AccessRefusal.notFound) {
                try await bank.ask(
                    AccountQuery(account: .id(invited.wallet.id)),
                    in: network.slug,
                    as: token
                )
            }

            // The code is no new password for them; signed in they join with it themselves.
            let code = try await bank.perform(
                HandOverCode(member: .id(invited.id)),
                in: network.slug,
                as: .console
            ).outcome.code.revealed
            await #expect(throws: SigningInRefusal.loginTaken) {
                try await one.signIn.useCode(
                    code,
                    password: "a lamp on the hill",
                    login: "cy@example.org",
                    address: .home,
                    purpose: .page
                )
            }
            _ = try await signIn(one, "cy@example.org", "five warm loaves")
            _ = try await bank.perform(JoinWithCode(code: code), as: token)
            let after = try await bank.ask(MeQuery(), as: token)
            #expect(Set(after.memberships.map(\.member)) == [cy.id, invited.id])
            #expect(after.person.login == "cy@example.org")
        }
    }

    @Test(arguments: Backend.available)
    func `a code used without the known address makes somebody else, with their number`(
        on backend: Backend
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let one = try await Town.found(bank, database, model: .credits)
            let cy = try await one.settle("Cy Evans", email: "cy@example.org")
            let namesake = try await one.perform(
                AddMember(name: "Cyra Evans", email: "cy@example.org", addAnyway: true),
                as: .coordinator
            )
            let code = try await one.perform(
                HandOverCode(member: .id(namesake.id)),
                as: .coordinator
            ).code.revealed
            _ = try await one.signIn.useCode(
                code,
                password: "a lamp on the hill",
                login: namesake.number,
                address: .home,
                purpose: .page
            )
            let known = try await bank.ask(
                MeQuery(),
                as: try await signIn(one, "cy@example.org", "five warm loaves")
            )
            #expect(known.memberships.map(\.member) == [cy.id])
            let other = try await bank.ask(
                MeQuery(),
                as: try await signIn(one, namesake.number, "a lamp on the hill")
            )
            #expect(other.memberships.map(\.member) == [namesake.id])
            #expect(other.person.login == nil)
        }
    }

    private func signIn(
        _ town: Town,
        _ login: String,
        _ password: String
    ) async throws
        -> Credential
    {
        try await town.signIn(
            login: login,
            password: password,
            network: town.slug.description,
            address: .home,
            purpose: .page
        ).token.credential
    }

    private func member(
        _ number: String,
        in network: Network,
        _ database: Database
    ) async throws -> Member? {
        try await database.read { tx in
            try MemberNumber(number).flatMap { try tx.member(numbered: $0, in: network.id) }
        }
    }
}
