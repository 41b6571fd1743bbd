internal import Foundation
internal import Ledger
internal import Store
internal import Support
internal import Testing

@testable internal import Timebank

/// What parts say of their files, and what is derived from it.
@Suite struct FileKindTests {
    @Test func `each file is imported after those that its rows name`() {
        #expect(
            Scheme.standard.importedFiles.map(\.name) == [
                "network", "policy", "organisations", "members", "staff", "offices", "guardians",
                "relatives", "opportunities", "offers", "transfers", "reversals", "holds", "hours",
                "redemptions",
            ]
        )
        #expect(
            Scheme.standard.files.filter { !$0.isImported }.map(\.name) == [
                "journal", "seals", "journal_seals",
            ]
        )
        let powers = Scheme.standard.files.filter(\.grantsRoles).map(\.name)
        #expect(powers == ["staff", "offices", "guardians"])
        #expect(
            ImportFormat.timeoverflow.kinds(of: .standard).map(\.name) == ["members", "transfers"]
        )
        #expect(ImportFormat.komunitin.kinds(of: .standard).map(\.name) == ["transfers"])
    }

    @Test func `every column is named once and says what it means`() {
        for kind in Scheme.standard.files {
            #expect(Set(kind.columns.map(\.name)).count == kind.columns.count, "\(kind)")
            for column in kind.columns {
                #expect(!column.meaning.isEmpty, "\(kind), \(column.name)")
                let needsExample = column.isRequired && kind.isImported
                #expect(!needsExample || !column.example.isEmpty, "\(kind), \(column.name)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `an import accepts what every column shows as its example`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            for kind in Scheme.standard.importedFiles {
                if let text = Self.before[kind.name] { try await village.well(text, as: kind) }
                var bytes: [UInt8] = []
                CSVWriter.append(kind.columns.map(\.name), to: &bytes)
                CSVWriter.append(kind.columns.map(\.example), to: &bytes)
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(try await village.well(text, as: kind).added == 1, "\(kind)")
                let again = try await village.well(text, as: kind)
                #expect(again.added == 0 && again.unused == [], "\(kind)")
                if let text = Self.after[kind.name] { try await village.well(text, as: kind) }
            }
            #expect(try await Verify().run(on: village.database).holds)
        }
    }

    @Test(arguments: Backend.available)
    func `a file without a column that it must have is refused, and the column is named`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            for kind in Scheme.standard.importedFiles {
                for column in kind.columns where column.isRequired {
                    let others = kind.columns.map(\.name).filter { $0 != column.name }
                    let report = try await village.bring(
                        others.joined(separator: ",") + "\n",
                        as: kind
                    )
                    let told = report.complaints
                    #expect(told == ["1 \(column.name) missing-column"], "\(kind)")
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a kind of file that a format does not have is refused`(
        on backend: Backend
    ) async throws {
        try await withVillage(on: backend) { village in
            let report = try await village.bring("title\nFilm\n", as: .offers, .komunitin)
            #expect(report.complaints == ["1 - wrong-file"] && report.added == 0)
        }
    }

    @Test func `an import is told to others by the name of its kind`() throws {
        let plan = try ImportPlan(
            .staff,
            .commonhour,
            isDryRun: false,
            credit: Minutes(60),
            progress: .unwatched,
            from: { CSVReader.source(of: Array("organisation,role,member\n".utf8)) }
        )
        let coded = try JSONEncoder().encode(ImportRows(plan, file: "staff.csv"))
        #expect(String(decoding: coded, as: UTF8.self).contains("\"kind\":\"staff\""))
        #expect(try JSONDecoder().decode(ImportRows.self, from: coded).kind == "staff")
    }

    @Test func `what parts say of files and cannot be so together is named`() {
        func kind(_ name: String, after: [String] = [], isImported: Bool = true) -> FileKind {
            FileKind(
                name,
                after: after,
                [.required("slug", "its short name", "x")],
                reading: isImported ? .rows(of: OrganisationRow.self) : nil,
                writing: FileWriting("SELECT slug FROM network WHERE id = $1") { row, _ in
                    [row.text(0)]
                }
            )
        }
        func told(_ kinds: FileKind...) -> [String] {
            Scheme([Part("Some", files: kinds)]).contradictions
        }
        #expect(told(kind("a"), kind("b", after: ["a"])) == [])
        #expect(
            told(kind("a", after: ["b"]), kind("b", after: ["a"]))
                == ["b is to be imported after a, and that after it"]
        )
        #expect(told(kind("a", after: ["a"])) == ["a is to be imported after itself"])
        #expect(
            told(kind("a", after: ["b"])) == [
                "a is to be imported after b, which is not imported"
            ]
        )
        #expect(
            told(kind("a", after: ["b"]), kind("b", isImported: false)) == [
                "a is to be imported after b, which is not imported"
            ]
        )
        #expect(told(kind("a"), kind("a")) == ["2 kinds of file are called a"])
    }

    private static let school = "allocation:orchard-lane-school"

    private static let before = [
        "organisations": """
        slug,name,earns,spends
        riverside-cinema,Riverside Cinema,no,corporate

        """,
        "members": "number,name\nM-18,Cy Evans\nM-19,Di Evans\n",
        "transfers": """
        id,at,from,to,minutes,kind,memo
        a,2026-02-01T09:00:00Z,issuance,allocation:orchard-lane-school,600,issue,
        b,2026-02-01T09:00:00Z,issuance,member:M-17,500,opening,

        """,
    ]

    private static let after = [
        "transfers": """
        id,at,from,to,minutes,kind,memo
        2026-0002,2026-03-01T11:00:00Z,member:M-17,\(school),90,reversal,2026-0001
        2026-0003,2026-03-01T19:05:00Z,member:M-17,takings:riverside-cinema,60,redeem,

        """
    ]
}

extension Village {
    /// Imports a file that has to do.
    @discardableResult
    fileprivate func well(_ text: String, as kind: FileKind) async throws -> ImportReport {
        let report = try await bring(text, as: kind)
        #expect(report.complaints == [], "\(kind): \(report.problems.shown)")
        return report
    }
}
