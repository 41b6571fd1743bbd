internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// A day has 24 hours, over all organisations of a network.
@Suite struct LongDayTests {
    @Test(arguments: Backend.available)
    func `three claims of a whole day for one day are not confirmed together`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let hours = try await days(3, of: 1_440, in: town)
            let all = ConfirmMany(organisation: town.school.id, hours: hours)
            let done = try await town.perform(all, as: .worker)
            #expect(done.confirmed == [hours[0]] && done.left == Array(hours.dropFirst()))
            #expect(try await town.minutes(of: town.ada) == Minutes(1_440))
            await #expect(throws: EarningRefusal.moreThanADay(day: Minutes(2_880))) {
                try await town.perform(ConfirmHours(hours: hours[1]), as: .worker)
            }
            await #expect(throws: EarningRefusal.moreThanADay(day: Minutes(1_441))) {
                try await town.perform(
                    ConfirmHours(hours: hours[1], minutes: Minutes(1), exception: " "),
                    as: .worker
                )
            }
            let kept = try await town.perform(
                ConfirmHours(hours: hours[1], exception: "A week-end camp, entered as one day"),
                as: .worker
            )
            #expect(kept.hours.reason == "A week-end camp, entered as one day")
            let read = try await town.ask(HoursQuery(hours: hours[1]), as: .worker).hours
            #expect(read == kept.hours)
        }
    }

    @Test(arguments: Backend.available)
    func `what was confirmed elsewhere counts, and what was refused or taken back does not`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let hall = try await town.perform(
                AddOrganisation(title: "Hall", slug: "hall", earns: true, spends: .no),
                as: .coordinator
            )
            try await town.perform(
                GrantAllocation(organisation: hall.id, minutes: .hours(100)),
                as: .coordinator
            )
            let tea = try await town.perform(
                AddOpportunity(organisation: hall.id, title: "Tea", minutes: Minutes(60)),
                as: .coordinator
            )
            let there = try await town.perform(
                ClaimHours(
                    opportunity: tea.id,
                    member: .id(town.ada.id),
                    day: town.bank.clock().day,
                    minutes: Minutes(1_000)
                ),
                as: .ada
            ).hours
            let paid = try await town.perform(ConfirmHours(hours: there.id), as: .coordinator)
            let here = try await town.claim(441, town.ada).id
            let refused = try await town.claim(1_440, town.ada).id
            try await town.perform(RefuseHours(hours: refused, reason: "No"), as: .worker)
            let confirm = ConfirmHours(hours: here)
            await #expect(throws: EarningRefusal.moreThanADay(day: Minutes(1_441))) {
                try await town.perform(confirm, as: .worker)
            }
            try await town.perform(
                ConfirmHours(hours: here, minutes: Minutes(440)),
                as: .worker
            )
            let more = try await town.claim(1_000, town.ada).id
            await #expect(throws: EarningRefusal.moreThanADay(day: Minutes(2_440))) {
                try await town.perform(ConfirmHours(hours: more), as: .worker)
            }
            try await town.perform(
                Reverse(transfer: paid.transfer.id, reason: "Somebody else"),
                as: .coordinator
            )
            try await town.perform(ConfirmHours(hours: more), as: .worker)
        }
    }

    @Test(arguments: Backend.available)
    func `who is entered on a full day waits, and the others get their hours`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            try await town.earn(1_400, town.ada)
            func enter(_ exception: String?) async throws -> Confirmations {
                try await town.perform(
                    EnterHours(
                        opportunity: town.opportunity.id,
                        members: [.id(town.ada.id), .id(town.bo.id)],
                        day: town.bank.clock().day,
                        minutes: Minutes(60),
                        confirm: true,
                        exception: exception
                    ),
                    as: .worker
                )
            }
            let done = try await enter(nil)
            #expect(done.confirmed.count == 1 && done.left.count == 1)
            #expect(try await town.minutes(of: town.ada) == Minutes(1_400))
            #expect(try await town.minutes(of: town.bo) == Minutes(60))
            #expect(try await enter("The clocks went back").left.isEmpty)
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(waiting.map(\.hours.id) == done.left)
            #expect(waiting[0].oddities.first == .day)
        }
    }

    @Test(arguments: Backend.available)
    func `long days stand first in the list, and equal claims are told apart from others`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let fine = try await town.claim(30, town.bo).id
            let same = try await days(2, of: 60, in: town)
            let long = try await town.claim(1_400, town.ada).id
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(waiting.map(\.hours.id) == same + [long, fine])
            let oddities = waiting.map(\.oddities)
            #expect(oddities[0] == [.day, .same, .twice] && oddities[1] == oddities[0])
            #expect(oddities[2] == [.day, .long, .twice] && oddities[3].isEmpty)
            let detail = try await town.ask(HoursQuery(hours: long), as: .worker)
            #expect(detail.longDay == nil)
            try await town.perform(ConfirmHours(hours: same[0]), as: .worker)
            let now = try await town.ask(HoursQuery(hours: long), as: .worker)
            #expect(now.longDay == Minutes(1_460))
        }
    }

    @Test(arguments: Backend.available)
    func `two who confirm for one member at once cannot both fill the day`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let hours = try await days(4, of: 1_000, in: town)
            let (_, single) = try await town.during(ConfirmHours(hours: hours[0]), as: .worker) {
                try await town.perform(ConfirmHours(hours: hours[1]), as: .lead)
            }
            #expect(throws: EarningRefusal.moreThanADay(day: Minutes(2_000))) { try single.get() }
            let (_, many) = try await town.during(
                ConfirmHours(hours: hours[1], minutes: Minutes(400)),
                as: .worker
            ) {
                try await town.perform(
                    ConfirmMany(organisation: town.school.id, hours: Array(hours.dropFirst(2))),
                    as: .lead
                )
            }
            #expect(try many.get().confirmed.isEmpty)
            let free = try await days(8, of: 60, in: town)
            let done = await several(8) { number in
                try await town.perform(ConfirmHours(hours: free[number]), as: .worker)
            }
            #expect(done.isEmpty)
            #expect(try await town.minutes(of: town.ada) == Minutes(1_400))
        }
    }

    private func days(_ count: Int, of minutes: Int64, in town: Town) async throws -> [Hours.ID] {
        var hours: [Hours.ID] = []
        for _ in 0..<count { hours.append(try await town.claim(minutes, town.ada).id) }
        return hours
    }
}
