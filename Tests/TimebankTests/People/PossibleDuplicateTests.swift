internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct PossibleDuplicateTests {
    @Test(arguments: Backend.available)
    func `whoever has somebody's e-mail address is not added without a word`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.perform(
                AddMember(name: "Cy Evans", email: "cy@example.org"),
                as: .coordinator
            )
            let alike = PossibleDuplicate(
                member: cy.id,
                name: cy.name,
                number: cy.number,
                likeness: .email
            )
            let again = AddMember(name: "C. Evans", email: " CY@example.org")
            for role in [Town.Role.coordinator, .operator] {
                await #expect(throws: PeopleRefusal.memberAlike(alike)) {
                    try await town.perform(again, as: role)
                }
            }
            await #expect(throws: PeopleRefusal.memberAlike(nil)) {
                try await town.perform(again, as: .lead)
            }
            let anyway = AddMember(name: "C. Evans", email: "cy@example.org", addAnyway: true)
            let made = try await town.perform(anyway, as: .lead, request: "k")
            #expect(made.email == "cy@example.org" && made.id != cy.id)
            let repeated = try await town.perform(anyway, as: .lead, request: "k")
            #expect(repeated.id == made.id)
        }
    }

    @Test(arguments: Backend.available)
    func `a refused newcomer's key may be used again to add them all the same`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let first = AddMember(name: "Cy", email: "cy@example.org")
            try await town.perform(first, as: .coordinator)
            await #expect {
                try await town.perform(first, as: .coordinator, request: "k")
            } throws: {
                isRefusal($0)
            }
            let anyway = AddMember(name: "Cy", email: "cy@example.org", addAnyway: true)
            let made = try await town.perform(anyway, as: .coordinator, request: "k")
            let again = try await town.perform(anyway, as: .coordinator, request: "k")
            #expect(made.id == again.id)
        }
    }

    @Test(arguments: Backend.available)
    func `the same name and telephone number count too, and either alone does not`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let an = try await town.perform(
                AddMember(name: "An Phạm", phone: "+48 601 234 567"),
                as: .coordinator
            )
            let alike = PossibleDuplicate(
                member: an.id,
                name: an.name,
                number: an.number,
                likeness: .nameAndPhone
            )
            await #expect(throws: PeopleRefusal.memberAlike(alike)) {
                try await town.perform(
                    AddMember(name: "PHAM An", phone: "601-234-567"),
                    as: .coordinator
                )
            }
            for newcomer in [
                AddMember(name: "An Phạm"), AddMember(name: "An Phạm", phone: "601 234 568"),
                AddMember(name: "Di Phạm", phone: "601 234 567"),
                AddMember(name: "An Phạm", email: "an@example.org"),
            ] { try await town.perform(newcomer, as: .coordinator) }
        }
    }

    @Test(arguments: Backend.available)
    func `somebody who was erased, or is of another network, is not alike`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let newcomer = AddMember(name: "Cy", email: "cy@example.org")
            let cy = try await town.perform(newcomer, as: .coordinator)
            let other = try await town.bank.perform(
                CreateNetwork(slug: "ely", title: "Ely"),
                as: .console
            ).outcome
            _ = try await town.bank.perform(newcomer, in: other.slug, as: .console)
            try await town.perform(EraseMember(member: .id(cy.id)), as: .coordinator)
            try await town.perform(newcomer, as: .coordinator)
        }
    }

    @Test(arguments: Backend.available)
    func `of two who add the same person at once, one is told of the other`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let added = await several(6) { _ in
                try await town.perform(
                    AddMember(name: "Cy", email: "cy@example.org"),
                    as: .coordinator
                )
            }
            #expect(added.count == 1)
        }
    }
}
