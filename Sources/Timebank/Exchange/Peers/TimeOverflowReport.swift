internal import Ledger

/// Reads TimeOverflow's report of transfers, which a coordinator can download.
///
/// Its header is in the bank's language. A member is given by name, with the number in brackets or
/// in a column of its own. Amounts are hours (`0.33`) or hours and minutes (`0:20`).
struct TimeOverflowReport {
    /// The positions of a report's columns.
    struct Columns: Hashable {
        let names: [String]
        let at: Int
        let from: Int
        let fromNumber: Int?
        let to: Int
        let toNumber: Int?
        let quantity: Int
        /// The columns that say what a transfer was for; the first that is not blank is used.
        let words: [Int]

        /// Finds the columns in a file's first row; nil if this is not the header of a report.
        init?(_ header: [String]) {
            let folded = header.map { $0.lowercased() }
            let find = { (names: [String]) in folded.firstIndex { names.contains($0) } }
            names = header
            if let from = find(["from"]), let to = find(["to"]), let quantity = find(Self.amounts) {
                at = find(["created_at", "date", "at"]) ?? 0
                (self.from, fromNumber) = (from, find(["from id", "from_id"]))
                (self.to, toNumber) = (to, find(["to id", "to_id"]))
                self.quantity = quantity
                let reason = find(["reason"]) ?? (header.count == 9 ? 7 : nil)
                words = [reason, find(["post"])].compactMap(\.self)
                return
            }
            // A header in another language: five cells without digits, for date, from, to, post,
            // quantity.
            guard header.count == 5, folded.allSatisfy({ !$0.contains(where: \.isNumber) }) else {
                return nil
            }
            (at, from, to, words, quantity) = (0, 1, 2, [3], 4)
            (fromNumber, toNumber) = (nil, nil)
        }

        private static let amounts = ["quantity", "hours", "amount"]
    }

    private let columns: Columns
    private var identity = RowIdentity()
    /// The number of amounts that were rounded to whole minutes.
    private(set) var rounded = 0

    /// Creates a reader for a report with these columns.
    init(_ columns: Columns) { self.columns = columns }

    /// Reads a row and adds its transfer to the list.
    ///
    /// - Throws: ``ImportProblem`` for the first cell that has an error.
    mutating func read(
        _ record: CSVRecord,
        into list: inout TransferList
    ) throws(ImportProblem) {
        guard let moment = record[columns.at].trimmed.looseInstant else {
            throw problem(record, columns.at, .notMoment)
        }
        let names = (
            from: try name(record, columns.from, columns.fromNumber),
            to: try name(record, columns.to, columns.toNumber)
        )
        let from = try account(names.from, record, columns.from, moment, &list.names)
        let to = try account(names.to, record, columns.to, moment, &list.names)
        let minutes = try minutes(record)
        let words = columns.words.first { !record[$0].trimmed.isEmpty }
        let memo: ArraySlice<UInt8> =
            if let words {
                try CellText.words(record[words], at: (record.line, columns.names[words]))
            } else { [] }
        // A later report may spell a member's name differently. So the row is identified by its
        // time, the two accounts, the minutes and the memo.
        let cells = [moment.rfc3339, names.from, names.to, "\(minutes)"].map { ArraySlice($0.utf8) }
        try list.add(
            TransferRow(
                line: record.line,
                reference: ArraySlice(identity.reference(of: cells + [memo]).utf8),
                at: moment.microseconds,
                from: from,
                to: to,
                minutes: minutes,
                kind: list.kindInTimeOverflow(from: from, to: to),
                memo: memo
            )
        )
    }

    /// Returns the minutes of an amount such as `0.33` (hours) or `0:20`.
    private mutating func minutes(_ record: CSVRecord) throws(ImportProblem) -> Int64 {
        let text = record[columns.quantity].trimmed.text
        if let clock = text.wholeMatch(of: /([0-9]{1,7}):([0-5][0-9])/),
            let hours = Int64(clock.1), let rest = Int64(clock.2), hours * 60 + rest > 0
        {
            return hours * 60 + rest
        }
        switch DecimalAmount.read(text, unit: 60) {
        case .minutes(let minutes, let isWhole):
            if !isWhole { rounded += 1 }
            return minutes
        case .ambiguous: throw problem(record, columns.quantity, .ambiguous(text))
        case .nothing: throw problem(record, columns.quantity, .notHours)
        }
    }

    /// Returns the account's name, from the number in its own column or in brackets after the name.
    ///
    /// The number `0` and the text `pot` mean the bank's own account, which becomes the pot.
    private func name(
        _ record: CSVRecord,
        _ position: Int,
        _ numberPlace: Int?
    ) throws(ImportProblem) -> String {
        let text = record[position].trimmed.text
        let number = numberPlace.map { record[$0].trimmed.text }
        if number == "0" || text == "pot" { return "pot" }
        if let number, MemberNumber(number) != nil, number.contains(where: \.isNumber) {
            return "member:" + number
        }
        guard let bracket = text.wholeMatch(of: /.*\(([^()]+)\)/) else {
            throw problem(record, position, .noBrackets)
        }
        return "member:" + bracket.1
    }

    private func account(
        _ name: String,
        _ record: CSVRecord,
        _ position: Int,
        _ moment: Instant,
        _ names: inout AccountNames
    ) throws(ImportProblem) -> Int {
        guard let found = names.position(of: name, at: moment.microseconds) else {
            throw problem(record, position, .noNumber)
        }
        return found
    }

    private func problem(
        _ record: CSVRecord,
        _ position: Int,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            record,
            columns.names[position],
            at: position,
            record[position].trimmed.isEmpty ? .missing : reason
        )
    }
}

extension ImportProblem.Reason {
    fileprivate static var notHours: Self {
        Self(
            code: "amount-out-of-range",
            sentence: "Write hours, such as 1.5 or 1:30, that come to a minute or more."
        )
    }

    fileprivate static var noBrackets: Self {
        Self(
            code: "no-account",
            sentence: "There is no number here to know the member by. Write the number in brackets "
                + "after the name, such as Ada Nowak (17), or pot for the bank's own account. "
                + "Whoever runs TimeOverflow has a file of transfers with all the numbers."
        )
    }
}

extension ImportPlan.Sheet {
    /// Reads TimeOverflow's report of transfers.
    mutating func timeOverflowReport(
        _ columns: TimeOverflowReport.Columns,
        _ source: @escaping CSVReader.Source
    ) throws -> TransferList {
        var format = TimeOverflowReport(columns)
        let reader = try CSVReader(source)
        let list = TransferList(hasIDs: false, dated: columns.names[columns.at])
        let read = try transfers(reader, into: list) {
            record,
            list throws(ImportProblem) in try format.read(record, into: &list)
        }
        rounded = format.rounded
        return read
    }
}
