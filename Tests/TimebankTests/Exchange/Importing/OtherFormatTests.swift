internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// TimeOverflow's and Komunitin's files.
@Suite struct OtherFormatTests {
    @Test(arguments: Backend.available)
    func `TimeOverflow's users become members`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let file = """
                1,2018-01-30,Hermione,Cadena,Muñoz,1,1989-03-16,622743103,691777984,user@example.com
                2,2018-02-01,Ona,,,2,,,,
                """
            let report = try await village.bring(file, as: .members, .timeoverflow)
            #expect(report.complaints == [] && report.added == 2)
            let export = try await village.export()["members.csv"] ?? ""
            #expect(export.contains("1,Hermione Cadena Muñoz,user@example.com,622743103,en,active"))
            #expect(!export.contains("1989"))
            #expect(try await village.bring(file, as: .members, .timeoverflow).added == 0)
        }
    }

    let transfers = """
        1,Member,2,Member,5400,2018-03-01 10:00:00 UTC,Guitar lesson,12
        2,Member,1,Member,89,2018-03-02 10:00:00 +0000,Short,
        1,Organization,1,Member,3600,2018-03-03T10:00:00Z,Welcome,
        2,Member,1,Organization,1800,2018-03-04,,
        1,Member,2,Member,5400,2018-03-01 10:00:00 UTC,Guitar lesson,12

        """.replacing(" +0000", with: "")

    @Test(arguments: Backend.available)
    func `TimeOverflow's seconds round half up, and equal rows are two`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) { village in
            let report = try await village.bring(transfers, as: .transfers, .timeoverflow)
            #expect(report.complaints == [] && report.added == 5 && report.rounded == 1)
            #expect(try await village.minutes("member:1") == -90 + 1 + 60 - 90)
            #expect(try await village.minutes("member:2") == 90 - 1 - 30 + 90)
            let again = try await village.bring(transfers, as: .transfers, .timeoverflow)
            #expect(again.added == 0 && again.skipped == 5)
        }
    }

    /// Its issue 701: hours with the bank's own account were missing from the totals.
    @Test(arguments: Backend.available)
    func `the bank's own account is the pot, and is in the totals`(on backend: Backend) async throws
    {
        try await withVillage(on: backend, model: .mutual) { village in
            try await village.bring(transfers, as: .transfers, .timeoverflow)
            #expect(try await village.minutes("pot") == -60 + 30)
            let total = try await village.minutes("pot", "member:1", "member:2")
            #expect(total == 0)
        }
    }

    /// Its issue 850: a transfer of zero was stored without its movements.
    @Test(arguments: ["0", "29", "-60", "1.5", "", "99999999999999"], Backend.available)
    func `no row of TimeOverflow moves nothing`(seconds: String, on backend: Backend) async throws {
        try await withVillage(on: backend, model: .mutual) { village in
            let file = "1,Member,2,Member,\(seconds),2018-03-01 10:00:00 UTC,x,\n"
            let report = try await village.bring(file, as: .transfers, .timeoverflow)
            #expect(report.problems.shown.map(\.column) == ["amount"])
            #expect(report.problems.shown.map(\.line) == [1])
        }
    }

    @Test(arguments: Backend.available)
    func `Komunitin's amounts are credits of the network`(on backend: Backend) async throws {
        try await withVillage(on: backend, model: .mutual) { village in
            let file = """
                payer,payee,description,amount
                EITE0001,EITE0002,Bread,1.5
                EITE0002,EITE0003,"Eggs, six","0,33"
                EITE0001,EITE0003,Honey,2

                """
            let report = try await village.bring(file, as: .transfers, .komunitin)
            #expect(report.complaints == [] && report.added == 3 && report.rounded == 1)
            #expect(try await village.minutes("member:EITE0001") == -210)
            #expect(try await village.minutes("member:EITE0002") == 70)
            #expect(try await village.minutes("member:EITE0003") == 140)
            #expect(try await village.bring(file, as: .transfers, .komunitin).added == 0)
        }
    }

    @Test(
        arguments: ["0", "-1", "0.001", "1e3", "", "1.2345678", "12345678901", "１"],
        Backend.available
    )
    func `an amount of Komunitin that is no minutes is named`(
        amount: String,
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend, model: .mutual) { village in
            let file = "payer,payee,description,amount\nA,B,x,\(amount)\n"
            let report = try await village.bring(file, as: .transfers, .komunitin)
            #expect(report.complaints.first?.hasPrefix("2 amount") ?? false)
        }
    }
}

extension Village {
    /// What several accounts hold together.
    func minutes(_ names: String...) async throws -> Int64 {
        var sum: Int64 = 0
        for name in names { sum += try await minutes(name) ?? 0 }
        return sum
    }
}
