internal import Ledger
internal import Store

/// A user of TimeOverflow, imported as a member.
///
/// Gender and date of birth are ignored, to keep no personal data that a time bank does not need. A
/// user without a number gets the next free one and is identified by the text of the row.
struct TimeOverflowUserRow: ImportedRow {
    static let isReferenced = true

    /// The columns of the file of users, in the order of the file.
    static let columns = [
        "number", "joined", "name1", "name2", "name3", "gender", "born", "phone", "other phone",
        "email",
    ]
    /// The columns of the report of members, in the order of the file.
    static let reportColumns = [
        "number", "name", "email", "phone", "other phone", "joined", "last sign-in", "locale",
        "balance",
    ]

    private let cells: RowCells
    private let reference: String
    private let row: MemberRow

    init(_ cells: RowCells, reference: String) throws(ImportProblem) {
        self.cells = cells
        self.reference = reference
        row = try MemberRow(cells, name: Self.name(cells))
    }

    private static func name(_ cells: RowCells) throws(ImportProblem) -> String {
        let first = try cells.words("name")
        let parts = try [cells.words("name1"), cells.words("name2"), cells.words("name3")]
        let name = ([first] + parts).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
        guard name.count <= 120 else { throw cells.problem("name1", .tooLong(120)) }
        guard !name.isEmpty else { throw cells.problem("name1", .missing) }
        return name
    }

    func write(by writing: RowWriting) throws -> Bool {
        if row.number != nil { return try row.write(by: writing) }
        let desk = writing.desk
        if let known = try writing.known("member", reference, Member.self),
            let there = try desk.tx.member(known, in: writing.network.id)
        {
            guard there.status != .erased else { throw cells.problem("name1", .erased) }
            return false
        }
        let made = try row.add(as: desk.nextNumber(), by: writing)
        try writing.keep(reference, for: made.id, "member")
        return true
    }
}

extension FileReading {
    /// Reads TimeOverflow's users, from either its file or its report of members.
    static let timeOverflowUsers = FileReading { sheet, file in
        let first = try CSVReader.firstRecord(file.bytes())
        let (columns, report) = (TimeOverflowUserRow.columns, TimeOverflowUserRow.reportColumns)
        let isReport = first.count == report.count && first.first?.lowercased() == "n"
        guard isReport || first.count == columns.count else {
            throw ImportProblem(
                line: 1,
                column: nil,
                value: first.joined(separator: ","),
                reason: .noTimeOverflowUsers
            )
        }
        return try sheet.rows(
            {
                isReport
                    ? try CSVReader(renaming: report, file.bytes())
                    : try CSVReader(columns: columns, file.bytes())
            },
            of: TimeOverflowUserRow.self
        )
    }
}

extension ImportProblem.Reason {
    fileprivate static var noTimeOverflowUsers: Self {
        Self(
            code: "wrong-file",
            sentence: "This is no file of users that we know. Take the report of members as CSV "
                + "from TimeOverflow's page of reports, or ask whoever runs it for the file of "
                + "users with ten columns and no header: "
                + TimeOverflowUserRow.columns.joined(separator: ", ") + "."
        )
    }
}
