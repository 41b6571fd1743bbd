internal import Ledger
internal import Store
internal import Support
internal import Testing
internal import Timebank

/// Rows of kind `reversal`, whose memo is the id of what they take back.
@Suite struct ReversalImportTests {
    let rows = [
        "1,2026-01-01T10:00:00Z,issuance,allocation:school,600,issue,",
        "2,2026-01-02T10:00:00Z,allocation:school,member:A,120,earn,",
    ]
    let back = "3,2026-01-03T10:00:00Z,member:A,allocation:school,120,reversal,2"

    @Test(arguments: Backend.available)
    func `a row of the same file is taken back`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            #expect(try await village.bring(rows: rows + [back]).added == 3)
            #expect(try await village.minutes("member:A") == 0)
            let again = "4,2026-01-03T10:00:00Z,member:A,allocation:school,120,reversal,2"
            let twice = try await village.bring(rows: rows + [back, again])
            #expect(twice.complaints == ["5 memo already-reversed"])
        }
    }

    @Test(arguments: Backend.available)
    func `a transfer of an earlier file is taken back, once`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            try await village.bring(rows: rows)
            #expect(try await village.bring(rows: [back]).added == 1)
            #expect(try await village.bring(rows: rows + [back]).skipped == 3)
            try await village.bring(rows: [
                "5,2026-01-02T10:00:00Z,allocation:school,member:A,120,earn,"
            ])
            let again = "4,2026-01-03T10:00:00Z,member:A,allocation:school,120,reversal,2"
            let report = try await village.bring(rows: [again])
            #expect(report.complaints == ["2 minutes already-reversed"])
        }
    }

    @Test(
        arguments: [
            (
                "2,2026-01-03T10:00:00Z,member:A,allocation:school,120,reversal,9",
                "nothing-to-reverse"
            ),
            (
                "9,2026-01-03T10:00:00Z,member:A,allocation:school,120,reversal,9",
                "nothing-to-reverse"
            ),
            (
                "9,2026-01-03T10:00:00Z,member:A,allocation:school,119,reversal,2",
                "not-its-reversal"
            ),
            (
                "9,2026-01-03T10:00:00Z,member:B,allocation:school,120,reversal,2",
                "not-its-reversal"
            ),
            ("9,2026-01-03T10:00:00Z,allocation:school,member:A,120,reversal,2", "wrong-way"),
        ],
        Backend.available
    )
    func `a reversal mirrors what it takes back`(
        row: (row: String, code: String),
        on backend: Backend
    ) async throws {
        let (row, code) = row
        try await withVillage(on: backend) { village in
            let before = row.hasPrefix("2,") ? [rows[0]] : rows
            let report = try await village.bring(rows: before + [row])
            #expect(report.problems.shown.map(\.reason.code) == [code])
        }
    }

    @Test(arguments: Backend.available)
    func `what was spent since cannot be taken back`(on backend: Backend) async throws {
        try await withVillage(on: backend) { village in
            let spent = "2b,2026-01-02T11:00:00Z,member:A,pot,1,donate,"
            let report = try await village.bring(rows: rows + [spent, back])
            #expect(report.complaints == ["5 minutes already-spent"])
        }
    }
}
