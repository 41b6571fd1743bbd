internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct EnteringTests {
    @Test(arguments: Backend.available)
    func `hours are entered for one or for many, by number or card holder's id`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let number = try #require(MemberNumber(town.ada.number.lowercased()))
            let entered = try await enter([.number(number), .id(town.bo.id)], in: town)
            #expect(entered.confirmed.count == 2 && entered.left.isEmpty)
            #expect(try await town.minutes(of: town.ada) == Minutes(90))
            #expect(try await town.minutes(of: town.bo) == Minutes(90))
            #expect(try await town.minutes(in: town.school.allocation) == Minutes(6_000 - 180))
        }
    }

    @Test(arguments: Backend.available)
    func `what is entered without confirming waits`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let entered = try await enter([.id(town.ada.id)], confirm: false, in: town)
            #expect(entered.confirmed.isEmpty && entered.left.count == 1)
            #expect(try await town.minutes(of: town.ada) == .zero)
            let waiting = try await town.ask(
                WaitingHoursQuery(organisation: town.school.id),
                as: .worker
            )
            #expect(waiting.map(\.hours.id) == entered.left)
        }
    }

    @Test(arguments: Backend.available)
    func `one wrong number among many, and nobody is entered`(on backend: Backend) async throws {
        try await withTown(on: backend) { town in
            let ada = MemberName.id(town.ada.id)
            let digits = town.bo.number.prefix(4)
            let wrong = ["A", "B"].map { "\(digits)-\($0)" }.first { $0 != town.bo.number } ?? ""
            let mistyped = MemberName.number(try #require(MemberNumber(wrong)))
            let unknown = MemberName.number(MemberNumber.issued(7_777))
            let left = try await town.perform(AddMember(name: "Cy"), as: .coordinator)
            try await town.perform(
                EditMember(member: .id(left.id), status: .left),
                as: .coordinator
            )
            for (other, refusal) in [
                (mistyped, PeopleRefusal.mistypedNumber(field: "members")),
                (unknown, PeopleRefusal.unknownMember(field: "members")),
                (ada, FieldRefusal.invalid(field: "members", .taken)),
                (.id(left.id), PeopleRefusal.memberLeft(field: "members")),
            ] as [(MemberName, any Refusal)] {
                await #expect {
                    try await enter([ada, other], in: town)
                } throws: {
                    ($0 as? any Refusal)?.isSame(as: refusal) == true
                }
            }
            await #expect(throws: FieldRefusal.invalid(field: "members", .missing)) {
                try await enter([], in: town)
            }
            #expect(try await town.minutes(of: town.ada) == .zero)
        }
    }

    @Test(arguments: Backend.available)
    func `a day has at most its hours, has come, and is remembered`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let today = TestClock.start.day
            func claim(_ minutes: Int64, _ day: Day) async throws {
                _ = try await town.perform(
                    ClaimHours(
                        opportunity: town.opportunity.id,
                        member: .id(town.ada.id),
                        day: day,
                        minutes: Minutes(minutes)
                    ),
                    as: .ada
                )
            }
            for minutes in [0, -60, 1_441] as [Int64] {
                let refusal = FieldRefusal.amountOutOfRange(field: "minutes", most: .hours(24))
                await #expect(throws: refusal) {
                    try await claim(minutes, today)
                }
            }
            await #expect(throws: FieldRefusal.invalid(field: "date", .inTheFuture)) {
                try await claim(60, today.adding(days: 1))
            }
            await #expect(throws: FieldRefusal.invalid(field: "date", .tooLongAgo)) {
                try await claim(60, today.adding(days: -3_661))
            }
            try await claim(1_440, today)
            try await claim(1, today.adding(days: -3_660))
        }
    }

    @Test(arguments: Backend.available)
    func `staff confirm other minutes than were claimed, rounded as the policy says`(
        on backend: Backend
    ) async throws {
        let policy = Policy(
            version: 1,
            credit: Minutes(60),
            mutualLimit: Minutes(600),
            ceiling: nil,
            newcomerDays: 30,
            newcomerGifts: Minutes(600),
            rounding: Minutes(15),
            expiryDays: nil
        )
        try await withTown(on: backend, policy: policy) { town in
            var sum = Minutes.zero
            for (said, paid) in [(52, 45), (53, 60), (1, 15), (15, 15)] as [(Int64, Int64)] {
                let hours = try await town.claim(600, town.ada)
                let paidHours = try await town.perform(
                    ConfirmHours(hours: hours.id, minutes: Minutes(said)),
                    as: .worker
                )
                sum = sum + Minutes(paid)
                #expect(paidHours.hours.minutes == Minutes(paid))
                #expect(paidHours.transfer.minutes == Minutes(paid))
                #expect(try await town.minutes(of: town.ada) == sum)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `what is off the list cannot be claimed, and what was claimed before is paid`(
        on backend: Backend
    ) async throws {
        try await withTown(on: backend) { town in
            let hours = try await town.claim(60, town.ada)
            func open(_ isOpen: Bool, as role: Town.Role) async throws {
                try await town.perform(
                    OpenOpportunity(opportunity: town.opportunity.id, isOpen: isOpen),
                    as: role
                )
            }
            await #expect(throws: AccessRefusal.notAllowed) { try await open(false, as: .worker) }
            try await open(false, as: .lead)
            await #expect(throws: EarningRefusal.opportunityClosed) {
                _ = try await town.claim(60, town.ada, as: .ada)
            }
            await #expect(throws: EarningRefusal.opportunityClosed) {
                try await enter([.id(town.ada.id)], in: town)
            }
            let listed = try await town.ask(OpportunitiesQuery(), as: .ada)
            #expect(listed.items.isEmpty)
            _ = try await town.perform(ConfirmHours(hours: hours.id), as: .worker)
            try await open(true, as: .coordinator)
            try await enter([.id(town.ada.id)], in: town)
            #expect(try await town.minutes(of: town.ada) == Minutes(150))
        }
    }

    @discardableResult
    private func enter(
        _ members: [MemberName],
        confirm: Bool = true,
        in town: Town
    ) async throws -> Confirmations {
        try await town.perform(
            EnterHours(
                opportunity: town.opportunity.id,
                members: members,
                day: TestClock.start.day,
                minutes: Minutes(90),
                confirm: confirm
            ),
            as: .worker
        )
    }
}
