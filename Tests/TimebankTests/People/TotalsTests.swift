internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct TotalsTests {
    @Test(arguments: Backend.available)
    func `a funder sees rounded totals, and nothing of a few people`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let few = try await town.ask(TotalsQuery(), as: .funder)
            #expect(few.members == .few && few.earned.people == .none)
            #expect(few.earned.minutes == .zero)
            var members: [MemberName] = []
            for index in 0..<11 {
                members.append(
                    .id(
                        try await town.perform(AddMember(name: "M\(index)"), as: .coordinator).id
                    )
                )
            }
            func enter(_ who: [MemberName]) async throws {
                try await town.perform(
                    EnterHours(
                        opportunity: town.opportunity.id,
                        members: who,
                        day: TestClock.start.day,
                        minutes: Minutes(95),
                        confirm: true
                    ),
                    as: .worker
                )
            }
            try await enter(Array(members.prefix(7)))
            let seven = try await town.ask(TotalsQuery(), as: .funder)
            #expect(seven.members == .about(15))
            #expect(seven.earned.people == .few && seven.earned.minutes == nil)
            #expect(seven.outstanding.minutes == nil)
            try await enter(Array(members.suffix(4)))
            let eleven = try await town.ask(TotalsQuery(), as: .funder)
            #expect(eleven.earned.people == .about(10))
            #expect(eleven.earned.minutes == Minutes(900))
            #expect(eleven.outstanding.minutes == Minutes(900))
            let later = try await town.ask(
                TotalsQuery(from: TestClock.start + .seconds(1)),
                as: .coordinator
            )
            #expect(later.earned.people == .none)
            await #expect(throws: AccessRefusal.notAllowed) {
                try await town.ask(TotalsQuery(), as: .lead)
            }
        }
    }
}
