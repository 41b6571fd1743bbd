internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct MembersTests {
    @Test(arguments: Backend.available)
    func `members are found by the beginnings of their names, and by their numbers`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let lech = try await town.perform(
                AddMember(name: "Lech Wałęsa-Nowak"),
                as: .coordinator
            )
            func found(_ search: String) async throws -> [Member.ID] {
                try await town.ask(MembersQuery(search: search), as: .coordinator)
                    .items.map(\.member.id)
            }
            #expect(try await found("nowak") == [town.ada.id, lech.id])
            #expect(try await found("WALE") == [lech.id])
            #expect(try await found("le now") == [lech.id])
            #expect(try await found("kalnins") == [town.bo.id])
            #expect(try await found(lech.number.lowercased()) == [lech.id])
            #expect(try await found("10") == [town.ada.id, town.bo.id, lech.id])
            #expect(try await found("owak").isEmpty)
            #expect(try await found("'; --").count == 3)
            #expect(try await found("").count == 3)
        }
    }

    @Test(arguments: Backend.available)
    func `staff who look somebody up see a name and a number, the coordinator everything`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let cy = try await town.settle("Cy Evans", email: "cy@example.org")
            let query = MembersQuery(search: "cy")
            let all = try #require(try await town.ask(query, as: .coordinator).items.first)
            #expect(all.member.email == "cy@example.org" && all.member.card != nil)
            #expect(all.purse == MemberState.Held(minutes: .zero, held: .zero))
            #expect(all.signsIn == true)
            let some = try #require(try await town.ask(query, as: .worker).items.first)
            #expect(some.member.name == "Cy Evans" && some.member.number == cy.number)
            #expect(some.member.email == nil && some.member.card == nil)
            #expect(some.purse == nil && some.signsIn == nil)
            await #expect(throws: FieldRefusal.invalid(field: "search", .tooShort(least: 2))) {
                try await town.ask(MembersQuery(search: "c"), as: .worker)
            }
            for role in [Town.Role.ada, .till, .funder, .guardian] {
                await #expect(throws: AccessRefusal.notAllowed) {
                    try await town.ask(query, as: role)
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a list goes on where it stopped`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            for name in ["Cy", "Di", "Ed"] {
                try await town.perform(AddMember(name: name), as: .coordinator)
            }
            var names: [String] = []
            var after: Int64?
            repeat {
                let stretch = try await town.ask(
                    MembersQuery(span: Span(limit: 2, after: after)),
                    as: .coordinator
                )
                names += stretch.items.map(\.member.name)
                after = stretch.next
            } while after != nil
            #expect(names == ["Ada Nowak", "Bo Kalniņš", "Cy", "Di", "Ed"])
        }
    }

    @Test(arguments: Backend.available)
    func `somebody signed in sees what they are where`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let me = try await town.ask(MeQuery(), as: .ada)
            #expect(me.memberships.map(\.account) == [town.ada.wallet.id])
            #expect(me.memberships.map(\.minutes) == [.zero])
            #expect(!me.isOperator && me.roles.isEmpty && me.staff.isEmpty && me.wards.isEmpty)
            let guardian = try await town.ask(MeQuery(), as: .guardian)
            #expect(guardian.wards.map(\.member) == [town.bo.id])
            let lead = try await town.ask(MeQuery(), as: .lead)
            #expect(lead.staff.map(\.role) == [.lead])
            #expect(lead.staff.map(\.organisation) == [town.school.id])
            let coordinator = try await town.ask(MeQuery(), as: .coordinator)
            #expect(coordinator.roles == [Me.Role(network: town.slug, role: .coordinator)])
            #expect(try await town.ask(MeQuery(), as: .operator).isOperator)
        }
    }

    @Test(arguments: Backend.available)
    func `members change how they are reached, the coordinator also who they are`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            let reached = try await town.perform(
                EditMember(member: ada, email: "Ada@Example.org", phone: "01945 0", language: "pl"),
                as: .ada
            )
            #expect(reached.email == "ada@example.org" && reached.language == "pl")
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.perform(EditMember(member: ada, title: "Eve"), as: .ada)
            }
            await #expect(throws: AccessRefusal.notFound) {
                try await town.perform(EditMember(member: ada, phone: "1"), as: .bo)
            }
            let renamed = try await town.perform(
                EditMember(member: ada, title: "Ada Lis", email: "", status: .paused),
                as: .coordinator
            )
            #expect(renamed.name == "Ada Lis" && renamed.email == nil)
            #expect(renamed.phone == "01945 0" && renamed.status == .paused)
            let found = try await town.ask(MembersQuery(search: "lis"), as: .coordinator)
            #expect(found.items.map(\.member.id) == [town.ada.id])
            #expect(
                try await town.ask(MembersQuery(search: "nowak"), as: .coordinator).items.isEmpty
            )
        }
    }

    @Test(arguments: Backend.available)
    func `a lost card opens nothing once there is a new one`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let old = try #require(town.ada.card)
            let fresh = try await town.perform(NewCard(member: .id(town.ada.id)), as: .ada)
            #expect(fresh.card != nil && fresh.card != old)
            let found = try await town.database.read { tx in
                try CardCode(old).flatMap { try tx.member(carrying: $0, in: town.network.id) }
            }
            #expect(found == nil)
        }
    }
}
