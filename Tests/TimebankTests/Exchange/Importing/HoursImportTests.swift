internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Hours of a file obey the rules of hours that are claimed and entered.
@Suite struct HoursImportTests {
    static let header = "id,organisation,member,date,minutes,status,note,transfer\n"

    /// A village with something to issue, a member and a transfer of long ago.
    private func withSchool(
        on backend: Backend,
        _ body: (Village) async throws -> Void
    ) async throws {
        try await withVillage(on: backend) { (village: Village) async throws in
            try await village.bring(
                "slug,name,earns,spends\nschool,Orchard Lane,yes,no\n",
                as: .organisations
            )
            try await village.bring("number,name\nN,Nadia\n", as: .members)
            try await village.bring(rows: [
                "i,2010-01-01T10:00:00Z,issuance,allocation:school,9000,issue,",
                "old,2012-05-01T12:00:00Z,allocation:school,member:N,60,earn,",
            ])
            try await body(village)
        }
    }

    @Test(
        arguments: [
            "2062-03-01,60,confirmed,,", "2062-03-01,60,claimed,,", "2062-03-01,60,refused,,",
            "2062-03-01,60,confirmed,,old", "0026-03-01,60,confirmed,,", "0026-03-01,60,claimed,,",
            "0026-03-01,60,confirmed,,old", "2012-05-01,60,claimed,,", "2012-05-01,60,confirmed,,",
        ],
        Backend.available
    )
    func `a day that is to come or that nobody recalls is named`(
        row: String,
        on backend: Backend
    ) async throws {
        try await withSchool(on: backend) { village in
            let code = row.hasPrefix("2062") ? "future-date" : "too-long-ago"
            let file = Self.header + "h1,school,N,\(row)\n"
            let report = try await village.bring(file, as: .hours)
            #expect(report.complaints == ["2 date \(code)"])
            #expect(report.problems.shown.first?.value == String(row.prefix(10)))
            #expect(try await village.minutes("member:N") == 60)
        }
    }

    @Test(arguments: Backend.available)
    func `today where the network is will do, and so does what was decided long ago`(
        on backend: Backend
    ) async throws {
        try await withSchool(on: backend) { village in
            let today = TestClock.start.day
            let file =
                Self.header + """
                    h1,school,N,\(today.iso),60,claimed,,
                    h2,school,N,2012-05-01,60,confirmed,,old
                    h3,school,N,2012-05-02,60,refused,,

                    """
            let report = try await village.bring(file, as: .hours)
            #expect(report.complaints == [] && report.added == 3)
            #expect(report.warnings.isEmpty)
            let tomorrow = Self.header + "h4,school,N,\(today.adding(days: 1).iso),60,claimed,,\n"
            #expect(
                try await village.bring(tomorrow, as: .hours).complaints == ["2 date future-date"]
            )
        }
    }

    @Test(arguments: Backend.available)
    func `more than a day in a day is kept and named, also with what was confirmed before`(
        on backend: Backend
    ) async throws {
        try await withSchool(on: backend) { village in
            let twice =
                Self.header + """
                    h1,school,N,2026-03-01,1440,confirmed,,
                    h2,school,N,2026-03-02,1440,confirmed,,
                    h3,school,N,2026-03-01,1440,confirmed,,

                    """
            let report = try await village.bring(twice, as: .hours)
            #expect(report.complaints == [] && report.added == 3)
            let told = report.warnings.shown.map {
                "\($0.line) \($0.column ?? "") \($0.reason.code)"
            }
            #expect(told == ["2 date more-than-a-day", "4 date more-than-a-day"])
            #expect(report.warnings.shown.first?.reason.sentence.contains("2880") ?? false)
            let again = try await village.bring(twice, as: .hours)
            #expect(again.added == 0 && again.warnings.isEmpty)
            let more = Self.header + "h4,school,N,2026-03-02,1,confirmed,,\n"
            #expect(try await village.bring(more, as: .hours).warnings.shown.map(\.line) == [2])
            let claimed = Self.header + "h5,school,N,2026-03-02,60,claimed,,\n"
            #expect(try await village.bring(claimed, as: .hours).warnings.isEmpty)
            let rehearsed = Self.header + "h6,school,N,2026-03-02,1,confirmed,,\n"
            let tried = try await village.bring(rehearsed, as: .hours, isDryRun: true)
            #expect(tried.warnings.count == 1)
            #expect(try await Verify().run(on: village.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `what is paid now obeys what is asked of hours that are entered`(
        on backend: Backend
    ) async throws {
        let policy = Policy(
            version: 1,
            credit: Minutes(60),
            mutualLimit: Minutes(600),
            ceiling: Minutes(120),
            newcomerDays: 30,
            newcomerGifts: Minutes(600),
            rounding: Minutes(30),
            expiryDays: nil
        )
        try await withVillage(on: backend, policy: policy) {
            (village: Village) async throws in
            try await village.bring(
                "slug,name,earns,spends,open\nschool,School,yes,no,yes\npool,Pool,yes,no,no\n",
                as: .organisations
            )
            try await village.bring(
                "number,name,status\nN,Nadia,active\nL,Lee,left\n",
                as: .members
            )
            try await village.bring(rows: [
                "i,2026-01-01T10:00:00Z,issuance,allocation:school,9000,issue,",
                "j,2026-01-01T10:00:00Z,issuance,allocation:pool,9000,issue,",
            ])
            func bring(_ row: String) async throws -> [String] {
                try await village.bring(Self.header + row + "\n", as: .hours).complaints
            }
            #expect(try await bring("h1,school,N,2026-03-01,50,confirmed,,") == [])
            #expect(try await village.minutes("member:N") == 60)
            #expect(try await bring("h1,school,N,2026-03-01,50,confirmed,,") == [])
            #expect(try await village.minutes("member:N") == 60)
            #expect(
                try await bring("h2,school,N,2026-03-01,90,confirmed,,")
                    == ["2 minutes over-ceiling"]
            )
            #expect(
                try await bring("h3,school,L,2026-03-01,30,confirmed,,")
                    == ["2 member member-left"]
            )
            #expect(
                try await bring("h4,pool,N,2026-03-01,30,confirmed,,")
                    == ["2 organisation organisation-closed"]
            )
            #expect(try await bring("h5,pool,L,2026-03-01,30,claimed,,") == [])
            #expect(try await village.minutes("member:N") == 60)
        }
    }

    @Test(arguments: Backend.available)
    func `whoever was erased gets no hours and no words back`(on backend: Backend) async throws {
        try await withSchool(on: backend) { village in
            let number = try #require(MemberNumber("N"))
            _ = try await village.bank.perform(
                EraseMember(member: .number(number)),
                in: village.network.slug,
                as: .console
            )
            let file = Self.header + "h1,school,N,2026-03-01,60,claimed,words of mine,\n"
            #expect(try await village.bring(file, as: .hours).complaints == ["2 member erased"])
        }
    }
}
