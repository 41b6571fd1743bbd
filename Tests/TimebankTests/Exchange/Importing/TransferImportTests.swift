internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Transfers as CSV: all rows or none, in file order, once.
@Suite struct TransferImportTests {
    let rows = [
        "1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,",
        "2,2026-01-02T10:00:00Z,allocation:school,member:0042,120,earn,\"Reading, all day\"",
        "3,2026-01-03T10:00:00+01:00,member:0042,takings:cinema,60,redeem,film",
        "4,2026-01-04T10:00:00Z,member:0042,pot,30,donate,",
    ]

    @Test(arguments: Backend.available)
    func `rows are written in the order of the file`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(rows: rows)
            #expect(report.problems.isEmpty && report.added == 4 && report.skipped == 0)
            #expect(report.members == 1 && report.organisations == 2)
            #expect(try await village.minutes("allocation:school") == 480)
            #expect(try await village.minutes("member:0042") == 30)
            #expect(try await village.minutes("takings:cinema") == 60)
            #expect(try await village.minutes("pot") == 30)
            #expect(try await village.minutes("issuance") == -600)
        }
    }

    @Test(arguments: Backend.available)
    func `a second run adds nothing`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(rows: rows)
            let report = try await village.bring(rows: rows)
            #expect(report.added == 0 && report.skipped == 4 && report.problems.isEmpty)
            #expect(try await village.transfers() == 4)
            let more = rows + ["5,2026-01-05T10:00:00Z,pot,member:7,30,grant,"]
            #expect(try await village.bring(rows: more).added == 1)
            #expect(try await village.minutes("member:7") == 30)
        }
    }

    @Test(arguments: Backend.available)
    func `a known id that says something else is named`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(rows: rows)
            var changed = rows
            changed[1] = changed[1].replacing("120", with: "130")
            changed[2] = changed[2].replacing("film", with: "pool")
            let report = try await village.bring(rows: changed)
            #expect(report.complaints == ["3 id id-taken", "4 id id-taken"])
            #expect(try await village.transfers() == 4)
        }
    }

    @Test(arguments: Backend.available)
    func `an id twice in a file is one transfer, or a problem`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(rows: rows + [rows[1]])
            #expect(report.added == 4 && report.skipped == 1)
            let other = rows + [rows[1].replacing("120", with: "10")]
            #expect(try await village.bring(rows: other).complaints == ["6 id id-repeated"])
        }
    }

    @Test(arguments: Backend.available)
    func `every bad row is named and nothing is written`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(rows: [
                rows[0],
                "2,2026-01-02T10:00:00Z,allocation:school,member:0042,12.5,earn,",
                "3,2026-01-03,member:0042,takings:cinema,60,redeem,",
                "4,2026-01-04T10:00:00Z,membr:0042,pot,30,donate,",
                "5,2026-01-04T10:00:00Z,member:0042,pot,30,gift,",
                "6,2026-01-04T10:00:00Z,member:0042,member:0042,30,gift,",
                ",2026-01-04T10:00:00Z,member:0042,pot,30,donate,",
                "8,2026-01-04T10:00:00Z,member:0042,pot,30,gifted,",
            ])
            #expect(
                report.complaints == [
                    "3 minutes amount-out-of-range", "4 at not-a-time", "5 from no-account",
                    "6 kind wrong-way", "7 to same-account", "8 id missing",
                    "9 kind unknown-kind",
                ]
            )
            #expect(try await village.transfers() == 0)
            #expect(try await village.minutes("allocation:school") == nil)
        }
    }

    @Test(
        arguments: ["0", "-1", "1.5", "1000000001", "9223372036854775808", "", "x", "１"],
        Backend.available
    )
    func `an amount that no ledger moves is refused`(
        amount: String,
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(rows: [
                "1,2026-01-01T10:00:00Z,issuance,allocation:school,\(amount),issue,"
            ])
            #expect(report.problems.count == 1)
            #expect(report.problems.shown.first?.column == "minutes")
        }
    }

    @Test(arguments: Backend.available)
    func `the first row that breaks a floor is named`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(
                rows: rows + [
                    "5,2026-01-05T10:00:00Z,member:0042,pot,31,donate,",
                    "6,2026-01-05T10:00:00Z,member:0042,pot,99,donate,",
                ]
            )
            #expect(report.complaints == ["6 minutes not-enough-credits"])
            #expect(report.problems.shown.first?.value == "31")
            #expect(try await village.transfers() == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `a rehearsal finds what a run would and keeps nothing`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(rows: rows, isDryRun: true)
            #expect(report.added == 4 && report.problems.isEmpty)
            #expect(try await village.transfers() == 0)
            #expect(try await village.minutes("member:0042") == nil)
            let bad = rows + ["5,2026-01-05T10:00:00Z,pot,member:0042,31,grant,"]
            let failed = try await village.bring(rows: bad, isDryRun: true)
            #expect(failed.complaints == ["6 minutes pot-empty"])
        }
    }

    @Test(arguments: Backend.available)
    func `one import is one row of the journal`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(rows: rows)
            let imports = try await village.database.read { tx in
                try tx.all(
                    "SELECT subjects FROM journal WHERE operation = 'network.import'",
                    as: { $0.text(0) }
                )
            }
            #expect(imports.count == 1)
            #expect(imports.first?.split(separator: " ").count == 2)
        }
    }

    @Test(arguments: Backend.available)
    func `a debt is brought in below the limit, and may only climb`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let debt = "1,2026-01-01T10:00:00Z,member:9,issuance,540,opening,"
            #expect(try await village.bring(rows: [debt]).added == 1)
            #expect(try await village.minutes("member:9") == -540)
            let climb = "2,2026-01-02T10:00:00Z,issuance,member:9,40,opening,"
            #expect(try await village.bring(rows: [climb]).added == 1)
            let spend = "3,2026-01-03T10:00:00Z,member:9,pot,1,donate,"
            let report = try await village.bring(rows: [spend])
            #expect(report.complaints == ["2 minutes not-enough-credits"])
        }
    }

    @Test(arguments: Backend.available)
    func `a file of another kind, or none, is told from its header`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            #expect(
                try await village.bring("slug,name\na,b\n").complaints == ["1 id missing-column"]
            )
            #expect(try await village.bring("").complaints == ["1 - empty-file"])
            let none = try await village.bring("id,at,from,to,minutes,kind,memo\n")
            #expect(none.rows == 0 && none.problems.isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `every transfer that is still to come is named, in the column of its file`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) {
            (village: Village) async throws in
            let rows = (1...2).map { "\($0),2062-01-01T10:00:00Z,member:1,member:2,1,exchange," }
            #expect(
                try await village.bring(rows: rows).complaints
                    == ["2 at future-date", "3 at future-date"]
            )
            let seconds = "1,Member,2,Member,5400,2062-03-01 10:00:00 UTC,x,\n"
            #expect(
                try await village.bring(seconds, as: .transfers, .timeoverflow).complaints
                    == ["1 created_at future-date"]
            )
            #expect(try await village.minutes("member:1") == nil)
        }
    }
}
