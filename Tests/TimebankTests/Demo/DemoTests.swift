internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct DemoTests {
    /// The day on which all tests' clocks stand.
    static let today = TestClock.start.day

    @Test(arguments: Backend.available)
    func `the demo has the shape of the scheme in the study`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, database in
            _ = try await bank.perform(MakeDemo(until: Self.today, cost: .cheap), as: .console)
            let shape = try await database.read { try Shape($0) }
            #expect(shape.members == 171)
            #expect(shape.earnPartners == 16)
            #expect((0.6...0.8).contains(shape.topTwo), "the leisure centre and the cinema")
            #expect(shape.topTwoNames == ["lumen-cinema", "riverside-leisure"])
            #expect(shape.communityShare < 0.2)
            #expect(shape.neverSpent >= 0.25)
            #expect((2_000...3_500).contains(shape.hoursEarned))
            #expect((0.25...0.7).contains(shape.redeemedShare))
            #expect(shape.sum == 0)
            #expect(shape.lowest == 0)
            #expect(shape.median < 600 && shape.largest > 3_600, "small, with a long tail")
            #expect(shape.languages.isSuperset(of: ["en", "pl", "lt", "lv", "pt", "hu", "ru"]))
            #expect(shape.withoutEmail > 50 && shape.gone > 10)
            #expect(shape.waiting >= 10 && shape.refused >= 3)
            #expect(shape.undone >= 2 && shape.reversals > shape.undone)
            let presented = try await database.read { tx in
                try tx.first(
                    "SELECT COUNT(*) FROM redemption WHERE guardian IS NOT NULL",
                    as: { $0.integer(0) }
                )
            }
            #expect(presented ?? 0 >= 2, "a guardian goes out with her ward")
            #expect(shape.gifts >= 20 && shape.exchanges >= 4 && shape.donations >= 3)
        }
    }

    @Test(arguments: Backend.available)
    func `the same seed and end make the same data, another seed another town`(
        on backend: Backend
    ) async throws {
        func history(_ seed: UInt64) async throws -> [String] {
            try await withBank(on: backend) { bank, database in
                let demo = MakeDemo(
                    members: 60,
                    months: 4,
                    seed: seed,
                    until: Self.today,
                    cost: .cheap
                )
                _ = try await bank.perform(demo, as: .console)
                return try await database.read { try $0.history() }
            }
        }
        let first = try await history(7)
        #expect(first.count > 300)
        #expect(try await history(7) == first)
        #expect(try await history(8) != first)
    }

    @Test(arguments: Backend.available, [(10, 1), (40, 1), (171, 18), (30, 3)])
    func `whoever can sign in has been here for a month and has credits`(
        on backend: Backend,
        _ size: (members: Int, months: Int)
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let made = try await bank.perform(
                MakeDemo(
                    members: size.members,
                    months: size.months,
                    seed: .random(in: 0 ... .max),
                    until: Self.today,
                    cost: .cheap
                ),
                as: .console
            ).outcome
            let roles = made.signIns.map(\.role)
            for role in [
                "operator", "coordinator", "funder", "lead", "worker", "till", "guardian", "member",
            ] {
                #expect(roles.contains(role))
            }
            #expect(roles.filter { $0 == "member" }.count == 3)
            #expect(made.signIns.contains { !$0.login.contains("@") }, "one has only a card")
            #expect(Set(made.signIns.map(\.password)).count == made.signIns.count)
            let printed = try await database.read { try $0.printed() }
            #expect(printed.count == made.signIns.count)
            #expect(try await database.read { try $0.passwords() } == printed.count)
            let members = printed.filter { $0.isMember }
            #expect(members.count >= 4, "three members and the guardian's ward")
            for member in members {
                #expect(member.minutes >= 600 && member.held == 0 && member.status == "active")
                let month = TestClock.start - .seconds(30 * 86_400)
                #expect(member.joined <= month)
            }
            #expect(try await bank.ask(HasDemoSignIns(), as: .console))
        }
    }

    @Test(arguments: Backend.available)
    func `a second demo is refused and leaves the first as it was`(
        on backend: Backend
    ) async throws {
        try await withBank(on: backend) { bank, database in
            let demo = MakeDemo(members: 20, months: 1, until: Self.today, cost: .cheap)
            #expect(try await !bank.ask(HasDemoSignIns(), as: .console))
            _ = try await bank.perform(demo, as: .console)
            let before = try await database.read { try $0.history() }
            await #expect(throws: NetworksRefusal.slugTaken(field: "slug")) {
                _ = try await bank.perform(demo, as: .console)
            }
            #expect(try await database.read { try $0.history() } == before)
        }
    }

    @Test(arguments: Backend.available)
    func `a demo that is no demo is refused`(on backend: Backend) async throws {
        try await withBank(on: backend) { bank, _ in
            for (demo, refusal) in [
                (
                    MakeDemo(members: 9, until: Self.today, cost: .cheap),
                    ("members", Flaw.outOfRange(10...100_000))
                ),
                (
                    MakeDemo(members: 100_001, until: Self.today, cost: .cheap),
                    ("members", .outOfRange(10...100_000))
                ),
                (
                    MakeDemo(months: 0, until: Self.today, cost: .cheap),
                    ("months", .outOfRange(1...120))
                ),
                (MakeDemo(until: Self.today.adding(days: 1)), ("until", .inTheFuture)),
            ] {
                await #expect(throws: FieldRefusal.invalid(field: FieldName(refusal.0), refusal.1))
                {
                    _ = try await bank.perform(demo, as: .console)
                }
            }
            await #expect(throws: AccessRefusal.notSignedIn) {
                _ = try await bank.perform(MakeDemo(until: Self.today, cost: .cheap), as: .nobody)
            }
        }
    }
}
