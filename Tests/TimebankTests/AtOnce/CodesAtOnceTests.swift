internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Codes, passwords and tries, where two use or make them at once.
@Suite struct CodesAtOnceTests {
    @Test(arguments: Backend.available)
    func `a code made while its member becomes more opens nothing`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            let (_, late) = try await town.during(
                Appoint(member: ada, office: .coordinator),
                as: .operator
            ) { try await town.perform(HandOverCode(member: ada), as: .coordinator) }
            #expect(throws: AccessRefusal.outranked) { try late.get() }
            let cy = MemberName.id(
                try await town.perform(AddMember(name: "Cy"), as: .lead).id
            )
            let (early, _) = try await town.during(HandOverCode(member: cy), as: .lead) {
                try await town.perform(Appoint(member: cy, office: .coordinator), as: .operator)
            }
            let code = try early.get().code
            await #expect(throws: SigningInRefusal.codeInvalid) {
                _ = try await town.signIn.useCode(
                    code.revealed,
                    password: "five warm loaves",
                    address: .home,
                    purpose: .page
                )
            }
        }
    }

    @Test(arguments: Backend.available)
    func `of two codes made at once for a member one opens, and of two who use it one comes in`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(AddMember(name: "Cy"), as: .lead)
            let asked = HandOverCode(member: .id(cy.id))
            let (first, second) = try await town.during(asked, as: .coordinator) {
                try await town.perform(asked, as: .lead)
            }
            let codes = [try first.get().code, try second.get().code]
            let signedIn = await several(6) { number in
                try await town.signIn.useCode(
                    codes[number % 2].revealed,
                    password: "five warm loaves",
                    address: .home,
                    purpose: .page
                )
            }
            #expect(signedIn.count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `two who were written down with one address both come in, and one signs in by it`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            var codes: [SetUpCode] = []
            for name in ["Cy", "Di"] {
                let member = try await town.perform(
                    AddMember(name: name, email: "both@example.org", addAnyway: name == "Di"),
                    as: .coordinator
                )
                codes.append(
                    try await town.perform(
                        HandOverCode(member: .id(member.id)),
                        as: .coordinator
                    ).code
                )
            }
            let handed = codes
            let signedIn = await several(2) { number in
                try await town.signIn.useCode(
                    handed[number].revealed,
                    password: "five warm loaves",
                    address: .home,
                    purpose: .page
                )
            }
            #expect(signedIn.count == 2)
            let logins = try await town.database.read { tx in
                try tx.all("SELECT id FROM person WHERE login = 'both@example.org'") {
                    $0.integer(0)
                }
            }
            #expect(logins.count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `of forty guesses at once no more are looked at than of forty one after another`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let member = try await town.settle("Cy", email: "cy@example.org")
            let entrance = town.signIn
            let refusals = await withTaskGroup(of: (any Refusal)?.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        do {
                            _ = try await entrance(
                                login: member.email ?? "",
                                password: "wrong",
                                address: .elsewhere,
                                purpose: .page
                            )
                            return nil
                        } catch { return error as? any Refusal }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.count { $0 as? SigningInRefusal == .wrongSignIn } <= 10)
        }
    }
}
