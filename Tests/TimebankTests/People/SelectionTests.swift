import Ledger
import Store
import Support
import Testing

@testable import Timebank

@Suite struct SelectionTests {
    @Test(arguments: Backend.available)
    func `a coordinator finds who joined lately, never earned, never spent or has left`(
        on backend: Backend
    ) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            try await town.earn(120, town.ada)
            try await town.redeem(1, town.ada)
            try await town.earn(60, town.bo)
            clock.advance(.seconds(86_400 * 91))
            let cy = try await town.perform(AddMember(name: "Cy Evans"), as: .coordinator)
            let di = try await town.perform(AddMember(name: "Di Reed"), as: .coordinator)
            try await town.give(10, from: town.bo, to: cy, as: .bo)
            try await town.perform(
                EditMember(member: .id(di.id), status: .left),
                as: .coordinator
            )
            func found(_ selection: MemberSelection) async throws -> [Member.ID] {
                try await town.ask(MembersQuery(of: selection), as: .coordinator)
                    .items.map(\.member.id)
            }
            #expect(try await found(.recent) == [di.id, cy.id])
            #expect(try await found(.neverEarned) == [cy.id])
            // A gift to a neighbour is nothing enjoyed.
            #expect(try await found(.neverSpent) == [cy.id, town.bo.id])
            #expect(try await found(.left) == [di.id])
            #expect(try await town.ask(MembersQuery(of: .left), as: .operator).items.count == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `a selection goes on where it stopped, and a search looks among all`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            for name in ["Cy", "Di", "Ed"] {
                try await town.perform(AddMember(name: name), as: .coordinator)
            }
            var names: [String] = []
            var after: Int64?
            repeat {
                let page = try await town.ask(
                    MembersQuery(of: .neverEarned, span: Span(limit: 2, after: after)),
                    as: .coordinator
                )
                names += page.items.map(\.member.name)
                after = page.next
            } while after != nil
            #expect(names == ["Ed", "Di", "Cy", "Bo Kalniņš", "Ada Nowak"])
            let searched = MembersQuery(search: "ada", of: .left)
            #expect(try await town.ask(searched, as: .coordinator).items.count == 1)
            // Staff have to search.
            await #expect(throws: FieldRefusal.invalid(field: "search", .tooShort(least: 2))) {
                try await town.ask(MembersQuery(of: .left), as: .worker)
            }
        }
    }
}
