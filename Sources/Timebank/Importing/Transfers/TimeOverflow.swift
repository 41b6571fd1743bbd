internal import Ledger

/// TimeOverflow's files: no header, seconds, times without a zone, the bank's own account.
struct TimeOverflowTransfers {
    /// The columns of its transfers, in order.
    static let columns = [
        "source_id", "source_type", "destination_id", "destination_type", "amount", "created_at",
        "reason", "post_id",
    ]

    private var identity = RowIdentity()
    /// How many amounts were no whole minutes.
    private(set) var rounded = 0

    /// Puts a row on the list.
    ///
    /// Members' transfers are exchanges. Its bank's own account is the pot: what leaves that is a
    /// grant, what goes there is given.
    ///
    /// - Throws: ``ImportProblem`` with the first cell that will not do.
    mutating func read(
        _ record: CSVRecord,
        into list: inout TransferList
    ) throws(ImportProblem) {
        let moment = try Self.moment(record)
        let from = try Self.account(record, at: 0, moment, &list.names)
        let to = try Self.account(record, at: 2, moment, &list.names)
        let (minutes, isRounded) = try Self.minutes(record)
        if isRounded { rounded += 1 }
        let kind: TransferKind =
            switch (list.names.entries[from].kind, list.names.entries[to].kind) {
            case (.pot, _): .grant
            case (_, .pot): .donate
            default: .exchange
            }
        try list.add(
            TransferRow(
                line: record.line,
                reference: ArraySlice(identity.reference(of: record).utf8),
                at: moment,
                from: from,
                to: to,
                minutes: minutes,
                kind: kind,
                memo: try CellText.words(record[6], at: (record.line, "reason"))
            )
        )
    }

    /// Seconds as minutes, half a minute and more rounded up.
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
        at place: Int,
        _ moment: Int64,
        _ names: inout AccountNames
    ) throws(ImportProblem) -> Int {
        let id = record[place].trimmed.text
        let name: String
        switch record[place + 1].trimmed.text.lowercased() {
        case "organization": name = "pot"
        case "member": name = "member:\(id)"
        default: throw problem(record, place + 1, .oneOf(["Member", "Organization"]))
        }
        guard let found = names.place(of: name, at: moment) else {
            throw problem(record, place, .noNumber)
        }
        return found
    }

    /// `2018-01-30 10:00:00 UTC`, as Rails prints it, or RFC 3339, or a date alone.
    private static func moment(_ record: CSVRecord) throws(ImportProblem) -> Int64 {
        let cell = record[5].trimmed
        if let moment = cell.instant ?? cell.day?.start { return moment.microseconds }
        var text = cell.text
        if text.hasSuffix(" UTC") { text.removeLast(4) }
        let rfc3339 = text.replacing(" ", with: "T", maxReplacements: 1) + "Z"
        guard let moment = Instant(rfc3339: rfc3339) else { throw problem(record, 5, .notMoment) }
        return moment.microseconds
    }

    private static func problem(
        _ record: CSVRecord,
        _ place: Int,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            record,
            columns[place],
            at: place,
            record[place].trimmed.isEmpty ? .missing : reason
        )
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
}

extension ImportPlan.Sheet {
    /// Reads TimeOverflow's transfers.
    mutating func timeOverflowTransfers(
        _ source: @escaping CSVReader.Source
    ) throws -> ImportPlan.Content {
        var format = TimeOverflowTransfers()
        let reader = try CSVReader(columns: TimeOverflowTransfers.columns, source)
        let content = try transfers(reader, hasIDs: false) {
            record,
            list throws(ImportProblem) in try format.read(record, into: &list)
        }
        rounded = format.rounded
        return content
    }

    /// Reads TimeOverflow's users.
    ///
    /// Their sex and dates of birth are passed over: a time bank that does not need them does not
    /// keep them.
    mutating func timeOverflowUsers(
        _ bytes: @escaping ImportBytes
    ) throws -> ImportPlan.Content {
        let columns = [
            "number", "joined", "name1", "name2", "name3", "gender", "born", "phone",
            "other phone", "email",
        ]
        return try rows({ try CSVReader(columns: columns, bytes()) }) {
            cells,
            _ throws(ImportProblem) -> MemberRow in
            let first = try cells.text("name1", 1...120)
            let rest = try [cells.text("name2", 0...120), cells.text("name3", 0...120)]
            let name = ([first] + rest).filter { !$0.isEmpty }.joined(separator: " ")
            guard name.count <= 120 else { throw cells.problem("name1", .tooLong(120)) }
            return try MemberRow(cells, name: name)
        }
    }
}
