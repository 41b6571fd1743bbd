internal import Ledger
internal import Store
internal import Support
internal import Testing
@testable internal import Timebank

@Suite struct ConfirmingTests {
    @Test(arguments: Backend.available)
    func `nobody confirms hours that they, their ward or a relative earned, whatever their role`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            _ = try await town.perform(Appoint(member: ada, office: .coordinator), as: .operator)
            let own = try await town.claim(60, town.ada, as: .ada)
            let wards = try await town.claim(60, town.bo, as: .guardian)
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: own.id), as: .ada)
            }
            _ = try await town.perform(ConfirmHours(hours: wards.id), as: .ada)
            try await town.perform(AddGuardian(ward: bo, guardian: ada), as: .coordinator)
            let next = try await town.claim(60, town.bo, as: .guardian)
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: next.id), as: .ada)
            }
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            try await town.perform(
                DeclareRelatives(member: .id(cy.id), other: ada),
                as: .coordinator
            )
            let relatives = try await town.claim(60, cy)
            await #expect(throws: EarningRefusal.ownHours) {
                try await town.perform(ConfirmHours(hours: relatives.id), as: .ada)
            }
            #expect(try await town.minutes(of: town.ada) == .zero)
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
        }
    }

    @Test(arguments: Backend.available)
    func `one's own hours cannot be entered as confirmed, alone or among others`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let (ada, bo) = (MemberName.id(town.ada.id), MemberName.id(town.bo.id))
            try await town.perform(
                AppointStaff(organisation: town.school.id, member: ada, role: .worker),
                as: .lead
            )
            for members in [[ada], [bo, ada]] {
                await #expect(throws: EarningRefusal.ownHours) {
                    try await town.perform(
                        EnterHours(
                            opportunity: town.opportunity.id,
                            members: members,
                            day: TestClock.start.day,
                            minutes: Minutes(60),
                            confirm: true
                        ),
                        as: .ada
                    )
                }
            }
            #expect(try await town.minutes(of: town.ada) == .zero)
            #expect(try await town.minutes(of: town.bo) == .zero)
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(waiting.isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `refused hours are not paid, and the member reads why`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let hours = try await town.claim(60, town.ada, as: .ada)
            await #expect(throws: FieldRefusal.invalid(field: "reason", .missing)) {
                try await town.perform(RefuseHours(hours: hours.id, reason: "  "), as: .worker)
            }
            _ = try await town.perform(
                RefuseHours(hours: hours.id, reason: "You came on Tuesday."),
                as: .worker
            )
            let read = try await town.ask(MyHoursQuery(member: .id(town.ada.id)), as: .ada)
            #expect(read.map(\.status) == [.refused])
            #expect(read.map(\.reason) == ["You came on Tuesday."])
            for role in [Town.Role.worker, .coordinator] {
                await #expect(throws: EarningRefusal.alreadyRefused) {
                    try await town.perform(ConfirmHours(hours: hours.id), as: role)
                }
                await #expect(throws: EarningRefusal.alreadyRefused) {
                    try await town.perform(RefuseHours(hours: hours.id, reason: "No"), as: role)
                }
            }
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `what is odd stands first, and says why`(on backend: Backend) async throws {
        let clock = TestClock()
        try await withTown(on: backend, clock: clock) { town in
            func claim(_ minutes: Int64, _ member: Member, days: Int = 0) async throws -> Hours.ID {
                try await town.perform(
                    ClaimHours(
                        opportunity: town.opportunity.id,
                        member: .id(member.id),
                        day: clock.now.day.adding(days: -days),
                        minutes: Minutes(minutes)
                    ),
                    as: .worker
                ).hours.id
            }
            let cy = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            let plain = try await claim(60, cy)
            let long = try await claim(91, town.ada, days: 1)
            let old = try await claim(60, town.ada, days: 31)
            let one = try await claim(30, town.bo)
            let two = try await claim(30, town.bo)
            let last = try await claim(90, town.ada, days: 2)
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(waiting.map(\.hours.id) == [long, old, one, two, plain, last])
            let equal: [WaitingHours.Oddity] = [.same, .twice]
            #expect(waiting.map(\.oddities) == [[.long], [.old], equal, equal, [], []])
            try await town.perform(
                AppointStaff(
                    organisation: town.school.id,
                    member: .id(town.bo.id),
                    role: .worker
                ),
                as: .lead
            )
            let own = try await town.ask(WaitingHoursQuery(organisation: town.school.id), as: .bo)
            #expect(own.first?.hours.id == long)
            #expect(own.filter { $0.oddities.contains(.own) }.map(\.hours.id) == [one, two])
        }
    }

    @Test(arguments: Backend.available)
    func `many are confirmed at once, and what may not be is left and named`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.perform(
                AppointStaff(
                    organisation: town.school.id,
                    member: .id(town.bo.id),
                    role: .worker
                ),
                as: .lead
            )
            let good = try await town.claim(60, town.ada)
            let own = try await town.claim(60, town.bo)
            let done = try await town.claim(60, town.ada)
            _ = try await town.perform(ConfirmHours(hours: done.id), as: .lead)
            let all = ConfirmMany(
                organisation: town.school.id,
                hours: [own.id, good.id, done.id]
            )
            let outcome = try await town.perform(all, as: .bo)
            #expect(outcome == Confirmations(confirmed: [good.id], left: [own.id, done.id]))
            #expect(try await town.minutes(of: town.ada) == Minutes(120))
            #expect(try await town.minutes(of: town.bo) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `where the allocation does not cover all of many, none is confirmed`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            var hours: [Hours.ID] = []
            for _ in 0..<5 { hours.append(try await town.claim(1_440, town.ada).id) }
            let all = ConfirmMany(
                organisation: town.school.id,
                hours: hours,
                exception: "five days, told as one"
            )
            let refusal = AccountsRefusal.allocationUsedUp(
                left: Minutes(240),
                needed: Minutes(1_440)
            )
            await #expect(throws: refusal) { try await town.perform(all, as: .worker) }
            #expect(try await town.minutes(of: town.ada) == .zero)
            try await town.perform(
                GrantAllocation(organisation: town.school.id, minutes: Minutes(1_200)),
                as: .coordinator
            )
            #expect(try await town.perform(all, as: .worker).confirmed == hours)
            #expect(try await town.minutes(in: town.school.allocation) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `hours of another organisation are not among many`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let hours = try await town.claim(60, town.ada)
            let hall = try await town.perform(
                AddOrganisation(title: "Hall", slug: "hall", earns: true, spends: .no),
                as: .coordinator
            )
            try await town.appoint(.till, .worker, at: hall)
            await #expect(throws: AccessRefusal.notFound) {
                try await town.perform(
                    ConfirmMany(organisation: hall.id, hours: [hours.id]),
                    as: .till
                )
            }
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }
}
