internal import Store
internal import Support
internal import Testing
internal import Timebank

@Suite struct VerifyTests {
    @Test func `books that nobody touched hold`() async throws {
        let findings = try await verify(try await Busy.shared.copy())
        #expect(findings.holds, "\(findings)")
        #expect(findings.networks.map(\.network) == ["wisbech", "downham"])
        #expect(findings.networks.map(\.sum) == [0, 0])
        #expect(findings.networks[0].seals == 2)
        #expect(findings.networks[0].transfers > findings.networks[0].sealed)
    }

    @Test(arguments: Damage.all)
    func `whatever is changed behind our back is named first`(_ damage: Damage) async throws {
        let file = try await Busy.shared.copy()
        try BooksTests.damage(file, damage.sql)
        let findings = try await verify(file)
        let first = findings.networks.flatMap(\.problems.first) + findings.problems.first
        #expect(!findings.holds)
        #expect(first.first?.contains(damage.says) ?? false, "it says \(first)")
    }

    @Test func `books on PostgreSQL that nobody touched hold`() async throws {
        try await Busy.withDatabase { database in
            let findings = try await Verify().run(on: database)
            #expect(findings.holds, "\(findings)")
            #expect(findings.networks.map(\.network) == ["wisbech", "downham"])
            #expect(findings.networks[0].seals == 2)
        }
    }

    @Test(arguments: Damage.all)
    func `whatever is changed behind our back on PostgreSQL is named first`(
        _ damage: Damage
    ) async throws {
        try await Busy.withDatabase { database in
            try await BooksTests.damage(database, damage.sql)
            let findings = try await Verify().run(on: database)
            let first = findings.networks.flatMap(\.problems.first) + findings.problems.first
            #expect(!findings.holds)
            #expect(first.first?.contains(damage.says) ?? false, "it says \(first)")
        }
    }

    @Test func `a seal that was kept elsewhere is found in its chain`() async throws {
        let file = try await Busy.shared.copy()
        let seal = try #require(try await verify(file).networks[0].seal)
        let findings = try await verify(file, against: seal)
        #expect(findings.against?.network == "wisbech")
        #expect(findings.holds)
    }

    @Test func `a seal that is in no chain says that these are other books`() async throws {
        let file = try await Busy.shared.copy()
        let findings = try await verify(file, against: [UInt8](repeating: 1, count: 32))
        #expect(findings.against?.isFound == false)
        #expect(!findings.holds)
    }

    @Test func `of a thousand faults twenty are told and all are counted`() async throws {
        let file = try await Busy.shared.copy()
        try damage(
            file,
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            INSERT INTO memo SELECT i, network.id, 'x' FROM n, network WHERE slug = 'wisbech'
            """
        )
        let problems = try await verify(file).networks[0].problems
        #expect(problems.first.count == 20)
        #expect(problems.count == 1_000)
    }
}
