internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Files as people's programs leave them.
@Suite struct RealFileTests {
    let header = "id,at,from,to,minutes,kind,memo"
    let issue = "1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,"

    @Test(
        arguments: [
            "\u{FEFF}id,at,from,to,minutes,kind,memo\r\n"
                + "1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,\r\n",
            "id;at;from;to;minutes;kind;memo\r\n"
                + "1;2026-01-01T10:00:00Z;issuance;allocation:school;600;issue;\r\n",
            "id\tat\tfrom\tto\tminutes\tkind\tmemo\r"
                + "1\t2026-01-01T10:00:00Z\tissuance\tallocation:school\t600\tissue\t\r",
            "Kind,ID,At,From,To,Minutes\n issue ,1, 2026-01-01T10:00:00Z ,issuance,"
                + "allocation:school,600\n\n,,,,,\n",
        ],
        Backend.available
    )
    func `any line end, a byte-order mark, semicolons, tabs and any order of columns`(
        file: String,
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(file)
            #expect(report.complaints == [] && report.added == 1)
            #expect(try await village.minutes("allocation:school") == 600)
        }
    }

    @Test(arguments: Backend.available)
    func `a quoted newline keeps the lines in step`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(
                """
                \(header)
                1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,"one
                two
                three"
                2,2026-01-01T10:00:00Z,issuance,allocation:school,none,issue,

                """
            )
            #expect(report.complaints == ["5 minutes amount-out-of-range"])
        }
    }

    @Test(arguments: Backend.available)
    func `Latin-1 that was taken for UTF-8 is named`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring(
                Array("\(header)\n\(issue)caf".utf8) + [0xE9, 0x0A]
            )
            #expect(report.complaints == ["2 memo not-utf8"])
            let garbled = try await village.bring("number,name\n1,Ana MuÃ±oz\n", as: .members)
            #expect(garbled.complaints == ["2 name double-encoded"])
        }
    }

    @Test(
        arguments: [",issuance,alloc", ",issuance,allocation:school,600,issue,\"thank"],
        Backend.available
    )
    func `a last line that is cut off is named`(rest: String, on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let file = "\(header)\n\(issue)\n2,2026-01-01T10:00:00Z\(rest)"
            let report = try await village.bring(file)
            #expect(report.problems.shown.map(\.line) == [3])
            #expect(try await village.transfers() == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `a formula comes in as its text and goes out guarded`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring("\(header)\n\(issue)'=1+1\n2\(issue.dropFirst())=2+2\n")
            let words = try await village.database.read { tx in
                try tx.all("SELECT words FROM memo ORDER BY transfer", as: { $0.text(0) })
            }
            #expect(words == ["=1+1", "=2+2"])
            let file = try await village.export()["transfers.csv"] ?? ""
            #expect(file.contains("issue,'=1+1\r\n") && file.contains("issue,'=2+2\r\n"))
        }
    }

    @Test(arguments: Backend.available)
    func `the first hundred problems are shown, and all are counted`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let bad = (0..<250).map { "\($0),when,issuance,allocation:school,600,issue," }
            let report = try await village.bring(rows: bad)
            #expect(report.problems.count == 250 && report.problems.shown.count == 100)
            #expect(report.rows == 250)
        }
    }
}
