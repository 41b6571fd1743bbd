internal import Support
internal import Testing
internal import Timebank

/// Files of more rows than are read or written at a time.
@Suite struct ManyTransfersTests {
    @Test(arguments: Backend.available)
    func `of rows that are known none is added again, whatever stands between them`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let all = (0..<5_200).map { number in
                let memo = number.isMultiple(of: 7) ? "" : "row \(number)"
                let to = "member:\(number % 9)"
                return "r\(number),2026-01-02T10:00:00Z,issuance,\(to),1,opening,\(memo)"
            }
            let even = all.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
            #expect(try await village.bring(rows: even).added == 2_600)
            let report = try await village.bring(rows: all.reversed())
            #expect(report.added == 2_600 && report.skipped == 2_600 && report.problems.isEmpty)
            #expect(try await village.transfers() == 5_200)
            let again = try await village.bring(rows: all)
            #expect(again.added == 0 && again.skipped == 5_200)
            #expect(
                try await village.minutes("member:3") == Int64((0..<5_200).count { $0 % 9 == 3 })
            )
            #expect(try await Verify().run(on: village.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `rows with ids of ours are known by these, many at a time`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let rows = (0..<1_300).map {
                "r\($0),2026-01-02T10:00:00Z,issuance,member:\($0 % 5),1,opening,"
            }
            try await village.bring(rows: rows)
            let file = try #require(try await village.export()["transfers.csv"])
            let report = try await village.bring(file)
            #expect(report.added == 0 && report.skipped == 1_300 && report.problems.isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `a row that is refused late undoes all before it`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            var rows = (0..<9_000).map {
                "r\($0),2026-01-02T10:00:00Z,issuance,member:\($0 % 5),1,opening,words"
            }
            rows.append("last,2026-01-03T10:00:00Z,member:1,member:2,999999,gift,")
            let report = try await village.bring(rows: rows)
            #expect(report.complaints.count == 1)
            #expect(try await village.transfers() == 0)
            #expect(try await village.bring(rows: rows.dropLast()).added == 9_000)
        }
    }
}
