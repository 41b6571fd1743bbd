internal import Ledger

/// Komunitin's list of payments: `payer,payee,description,amount`.
struct KomunitinTransfers {
    private let columns: FileColumns
    private let payer: Int
    private let payee: Int
    private let description: Int
    private let amount: Int
    private let credit: Int64
    private var identity = RowIdentity()
    /// How many amounts were no whole minutes.
    private(set) var rounded = 0

    /// A reader of rows below a header, in a network whose credit is so many minutes.
    ///
    /// - Throws: ``ImportProblem`` where a column is missing.
    init(_ columns: FileColumns, credit: Minutes) throws(ImportProblem) {
        self.columns = columns
        self.credit = credit.count
        payer = try columns.place(of: "payer")
        payee = try columns.place(of: "payee")
        description = try columns.place(of: "description")
        amount = try columns.place(of: "amount")
    }

    /// Puts a row on the list, dated when it is brought in.
    ///
    /// - Throws: ``ImportProblem`` with the first cell that will not do.
    mutating func read(
        _ record: CSVRecord,
        into list: inout TransferList
    ) throws(ImportProblem) {
        let from = try account(record, payer, &list.names)
        let to = try account(record, payee, &list.names)
        guard let (minutes, isWhole) = Self.minutes(record[amount].trimmed, credit: credit) else {
            throw problem(record, amount, .notAmount(credit: credit))
        }
        if !isWhole { rounded += 1 }
        try list.add(
            TransferRow(
                line: record.line,
                reference: ArraySlice(identity.reference(of: record).utf8),
                at: TransferList.undated,
                from: from,
                to: to,
                minutes: minutes,
                kind: .exchange,
                memo: try CellText.words(
                    record[description],
                    at: (record.line, columns.names[description])
                )
            )
        )
    }

    /// An amount in credits, such as `1.5`, as minutes: half a minute and more rounded up.
    ///
    /// At most nine digits before the point and six after it; nil for anything else, and for what
    /// is no minute or too many.
    static func minutes(_ cell: CSVField, credit: Int64) -> (minutes: Int64, isWhole: Bool)? {
        let parts = cell.text.split(
            separator: /[.,]/,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard let whole = parts.first,
            (1...9).contains(whole.utf8.count), (1...6).contains(fraction.utf8.count),
            (whole + fraction).utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let units = Int64(whole), let parted = Int64(fraction)
        else { return nil }
        var scale: Int64 = 1
        for _ in fraction.utf8 { scale *= 10 }
        let (product, isTooMany) = (units * scale + parted).multipliedReportingOverflow(by: credit)
        guard !isTooMany else { return nil }
        let minutes = product / scale + (product % scale * 2 >= scale ? 1 : 0)
        guard Minutes.movable.contains(Minutes(minutes)) else { return nil }
        return (minutes, product.isMultiple(of: scale))
    }

    private func account(
        _ record: CSVRecord,
        _ place: Int,
        _ names: inout AccountNames
    ) throws(ImportProblem) -> Int {
        let name = "member:" + record[place].trimmed.text
        guard let found = names.place(of: name, at: TransferList.undated) else {
            throw problem(record, place, .noNumber)
        }
        return found
    }

    private func problem(
        _ record: CSVRecord,
        _ place: Int,
        _ reason: ImportProblem.Reason
    ) -> ImportProblem {
        ImportProblem(
            record,
            columns.names[place],
            at: place,
            record[place].trimmed.isEmpty ? .missing : reason
        )
    }
}

extension ImportProblem.Reason {
    fileprivate static func notAmount(credit: Int64) -> Self {
        Self(
            code: "amount-out-of-range",
            sentence: "Write an amount in credits, such as 1.5, that comes to a minute or more. "
                + "One credit is \(credit) minutes here."
        )
    }
}

extension ImportPlan.Sheet {
    /// Reads Komunitin's payments, whose amounts are in the network's credits.
    mutating func komunitin(
        credit: Minutes,
        _ source: @escaping CSVReader.Source
    ) throws -> ImportPlan.Content {
        let reader = try CSVReader(source)
        let columns = FileColumns(reader.header)
        unused = columns.unused(besides: ["payer", "payee", "description", "amount"])
        var format = try KomunitinTransfers(columns, credit: credit)
        let content = try transfers(reader, hasIDs: false) {
            record,
            list throws(ImportProblem) in try format.read(record, into: &list)
        }
        rounded = format.rounded
        return content
    }
}
