internal import Ledger

/// Reads TimeOverflow's file of transfers, which only the operator of its server can get.
///
/// It has no header, amounts in seconds, and the bank's own account.
struct TimeOverflowTransfers {
    /// The columns, in the order of the file.
    static let columns = [
        "source_id", "source_type", "destination_id", "destination_type", "amount", "created_at",
        "reason", "post_id",
    ]

    private var identity = RowIdentity()
    /// The number of amounts that were rounded to whole minutes.
    private(set) var rounded = 0

    /// Reads a row and adds its transfer to the list.
    ///
    /// - Throws: ``ImportProblem`` for the first cell that has an error.
    mutating func read(
        _ record: CSVRecord,
        into list: inout TransferList
    ) throws(ImportProblem) {
        guard let moment = record[5].trimmed.looseInstant?.microseconds else {
            throw Self.problem(record, 5, .notMoment)
        }
        let from = try Self.account(record, at: 0, moment, &list.names)
        let to = try Self.account(record, at: 2, moment, &list.names)
        let (minutes, isRounded) = try Self.minutes(record)
        if isRounded { rounded += 1 }
        let cells = (0..<record.count).map { record[$0].bytes }
        try list.add(
            TransferRow(
                line: record.line,
                reference: ArraySlice(identity.reference(of: cells).utf8),
                at: moment,
                from: from,
                to: to,
                minutes: minutes,
                kind: list.kindInTimeOverflow(from: from, to: to),
                memo: try CellText.words(record[6], at: (record.line, "reason"))
            )
        )
    }

    /// Returns the amount in minutes, rounded half up, and whether it was rounded.
    private static func minutes(_ record: CSVRecord) throws(ImportProblem) -> (Int64, Bool) {
        guard let seconds = record[4].trimmed.integer, seconds <= 60_000_000_000 else {
            throw problem(record, 4, .notSeconds)
        }
        let minutes = (seconds + 30) / 60
        guard seconds > 0, minutes > 0 else { throw problem(record, 4, .noSeconds) }
        return (minutes, !seconds.isMultiple(of: 60))
    }

    private static func account(
        _ record: CSVRecord,
        at position: Int,
        _ moment: Int64,
        _ names: inout AccountNames
    ) throws(ImportProblem) -> Int {
        let id = record[position].trimmed.text
        let name: String
        switch record[position + 1].trimmed.text.lowercased() {
        case "organization": name = "pot"
        case "member": name = "member:\(id)"
        default: throw problem(record, position + 1, .oneOf(["Member", "Organization"]))
        }
        guard let found = names.position(of: name, at: moment) else {
            throw problem(record, position, .noNumber)
        }
        return found
    }

    private static func problem(
        _ record: CSVRecord,
        _ position: Int,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            record,
            columns[position],
            at: position,
            record[position].trimmed.isEmpty ? .missing : reason
        )
    }
}

extension TransferList {
    /// Returns the kind of a transfer from TimeOverflow.
    ///
    /// A transfer between members is an exchange. TimeOverflow's own account of the bank becomes
    /// the pot: a transfer from it is a grant, a transfer to it a donation.
    func kindInTimeOverflow(from: Int, to: Int) -> TransferKind {
        switch (names.entries[from].kind, names.entries[to].kind) {
        case (.pot, _): .grant
        case (_, .pot): .donate
        default: .exchange
        }
    }
}

extension ImportProblem.Reason {
    fileprivate static var notSeconds: Self {
        Self(code: "not-seconds", sentence: "TimeOverflow counts seconds, as a whole number.")
    }

    fileprivate static var noSeconds: Self {
        Self(
            code: "amount-out-of-range",
            sentence: "This transfer moves no whole minute. Leave the row out."
        )
    }

    fileprivate static var noTimeOverflowTransfers: Self {
        Self(
            code: "wrong-file",
            sentence: "This is no file of transfers that we know. Take the report of transfers "
                + "as CSV from TimeOverflow's page of reports, or ask whoever runs it for the "
                + "file of transfers with eight columns and no header: "
                + TimeOverflowTransfers.columns.joined(separator: ", ") + "."
        )
    }
}

extension FileReading {
    /// Reads TimeOverflow's transfers, from either its file or its report.
    static let timeOverflowTransfers = FileReading { sheet, file in
        let first = try CSVReader.firstRecord(file.bytes())
        if let columns = TimeOverflowReport.Columns(first) {
            return try sheet.timeOverflowReport(columns, file.bytes())
        }
        guard first.count == TimeOverflowTransfers.columns.count else {
            throw ImportProblem(
                line: 1,
                column: nil,
                value: first.joined(separator: ","),
                reason: .noTimeOverflowTransfers
            )
        }
        var format = TimeOverflowTransfers()
        let reader = try CSVReader(columns: TimeOverflowTransfers.columns, file.bytes())
        let list = TransferList(hasIDs: false, dated: "created_at")
        let read = try sheet.transfers(reader, into: list) {
            record,
            list throws(ImportProblem) in try format.read(record, into: &list)
        }
        sheet.rounded = format.rounded
        return read
    }
}
